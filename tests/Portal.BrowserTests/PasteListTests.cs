using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>A rooming list from a spreadsheet, without a mouse: pasted, looked through, corrected and applied; then pasted again.</summary>
[Collection(PlainStories.Name)]
public sealed class PasteListTests(PortalInBrowser portal)
{
    private const string Mila = "mila@kanal.example";
    private const string List = "Vorname\tNachname\tE-Mail\tTel.\tReisepassnr.\nZoë\tMüller\tzoe@example.org\t0031 20 123 4567\tNX1234567\nمحمد\t=1+1\tm@localhost\t\tNX1234567NX1234567NX1234567\n";

    [BrowserFact]
    public Task A_list_is_pasted_looked_through_and_applied_with_keys_alone() => portal.StoryAsync(async () =>
    {
        var complaints = new List<string>();
        var page = await GuestDataAsync();

        // Pasted into the form itself, the list goes where it is looked through first.
        await PasteAsync(page, "[data-person] input", List);
        await Expect(page.Locator("#paste-list")).ToBeFocusedAsync();
        await Expect(page.Locator("section[aria-labelledby=list-rows] > p")).ToHaveTextAsync("2 rows: 1 cannot be right, 1 new.");
        await Expect(page.Locator(".list-rows")).ToContainTextAsync("begins like a formula: kept as plain text");
        foreach (var (width, look) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (390, ColorScheme.Dark)])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look });
            await page.SetViewportSizeAsync(width, 844);
            complaints.AddRange((await page.ComplaintsAsync()).Select(c => $"{width} px {look}: {c}"));
            if (await page.WidthAsync() is var needed && needed > width)
                complaints.Add($"{width} px: the page is {needed} px wide.");
        }
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
        await page.SetViewportSizeAsync(1280, 844);

        await page.TabToAsync(page.Locator(".list-rows tbody tr").Nth(1).GetByRole(AriaRole.Checkbox));
        await page.Keyboard.PressAsync(" ");
        await Expect(page.Locator(".list-rows tbody tr").Nth(1)).ToContainTextAsync("Left out");
        await page.TabToAsync(page.Button("Apply to 1 person"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("[data-list-done]")).ToBeFocusedAsync();
        await Expect(page.GetByLabel("Last name", new() { Exact = true }).First).ToHaveValueAsync("Müller");
        await Expect(page.GetByLabel("Phone", new() { Exact = true }).First).ToHaveValueAsync("+31 20 123 4567");

        await PasteAsync(page, "#paste-list", List.Replace("Müller", "Meyer", StringComparison.Ordinal));
        await Expect(page.Locator(".list-rows tbody tr").First).ToContainTextAsync("was Müller");
        await page.Button("Discard").ClickAsync();
        await Expect(page.Locator("#paste-list")).ToHaveValueAsync("");
        await Expect(page.Locator(".list-rows")).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task Five_thousand_rows_arrive_and_a_page_of_them_is_drawn() => portal.StoryAsync(async () =>
    {
        var page = await GuestDataAsync();
        await PasteAsync(page, "[data-person] input", "Name\tMail\tNotes\n" + string.Join('\n', Enumerable.Range(0, 5_000).Select(i => $"Ada{i} Byron\tada{i}@example.org\t{new string('x', 150)}")));

        await Expect(page.Locator("section[aria-labelledby=list-rows] > p")).ToHaveTextAsync("5000 rows: 4998 no place, 2 new.");
        await Expect(page.Locator(".list-rows tbody tr")).ToHaveCountAsync(50);
        await page.Button("Next", exact: true).ClickAsync();
        await Expect(page.Locator(".list-rows tbody tr").First).ToContainTextAsync("Ada50");
        await Expect(page.Button("Apply to 2 persons")).ToBeVisibleAsync();
    });

    private async Task<IPage> GuestDataAsync()
    {
        await portal.FreshCartAsync(Mila);
        var page = await portal.VisitAsAsync(Mila, "/");
        await page.UntilLiveAsync();
        await page.HoldAsync(portal, portal.Samples.MixedGuests);
        await page.GoAsync("/cart");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Guest data" }).ClickAsync();
        await Expect(page.GetByText("Lead guest").First).ToBeVisibleAsync();
        return page;
    }

    private static Task PasteAsync(IPage page, string into, string text) => page.Locator(into).First.EvaluateAsync("""
        (field, text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          field.focus();
          field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """, text);
}
