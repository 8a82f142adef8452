using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Booking off for the promoter, then for the channel: the agent reads which, and nobody is asked anything.</summary>
[Collection(PlainStories.Name)]
public sealed class BookingSwitchedOffTests(PortalInBrowser portal)
{
    private const string Admin = "admin@portal.example", Jonas = "jonas@kanal.example";
    private const string Title = "Hamlet en la lluvia", Promoter = "Teatros Reunidos del Sur", Channel = "Agency desks";

    [BrowserFact]
    public Task The_agent_s_page_says_which_switch_is_off_and_no_call_leaves() => portal.StoryAsync(async () =>
    {
        await portal.FreshCartAsync(Jonas);
        var admin = await portal.VisitAsAsync(Admin, "/");
        await admin.GoAsync("/enablement");
        await SwitchAsync(admin, $"Booking for {Promoter}", on: true);
        await SwitchAsync(admin, $"Booking through {Channel}", on: true);
        var agent = await portal.VisitAsAsync(Jonas, "/");
        await agent.UntilLiveAsync();
        await agent.FindAsync(Title);

        await RefusedAsync(admin, agent, $"Booking for {Promoter}", $"Booking is switched off for the promoter {Promoter}.");
        await RefusedAsync(admin, agent, $"Booking through {Channel}", $"Booking is switched off for the sales channel {Channel}.");
    });

    /// <summary>The agent chose booking while it was on; the switch goes off; the click on Hold is answered by the portal alone.</summary>
    private async Task RefusedAsync(IPage admin, IPage agent, string label, string why)
    {
        await agent.ReloadLiveAsync();
        await agent.GetByLabel("Book, pay later").CheckAsync();
        await agent.HoldButton().WaitForAsync();
        await SwitchAsync(admin, label, on: false);
        var calls = Holding();

        await agent.HoldButton().ClickAsync();

        await Expect(agent.Locator(".answer")).ToContainTextAsync(why);
        await agent.ReloadLiveAsync();
        await Expect(agent.Locator(".mode-choice")).ToContainTextAsync($"No booking: {why}");
        await Expect(agent.GetByLabel("Book, pay later")).ToBeDisabledAsync();
        Assert.Equal(calls, Holding());
        Assert.DoesNotContain(portal.Sandbox.Ledger.Made("oneboxchannels", "order"), o => o.State == "CONFIRMED");
        await SwitchAsync(admin, label, on: true);
    }

    private int Holding() => portal.Sandbox.Ledger.Calls.Count(c => c.Operation.StartsWith("oneboxchannels/cart.", StringComparison.Ordinal) || c.Operation.StartsWith("oneboxchannels/order.", StringComparison.Ordinal));

    private static async Task SwitchAsync(IPage admin, string label, bool on)
    {
        var box = admin.GetByLabel(label, new() { Exact = true });
        await box.WaitForAsync();
        if (await box.IsCheckedAsync() == on)
            return;
        await box.SetCheckedAsync(on);
        await admin.Button("Save", exact: true).ClickAsync();
        await Expect(admin.Locator(".save-bar")).ToHaveCountAsync(0);
        await Expect(admin.Locator(".note.good")).ToContainTextAsync("Saved.");
        await Expect(box).ToBeCheckedAsync(new() { Checked = on });
    }
}
