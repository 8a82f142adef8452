using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests;

/// <summary>Passkeys, with the authenticator that Chromium pretends (WebAuthn domain of its debugging protocol).</summary>
[Collection(PlainStories.Name)]
public sealed class PasskeyTests(PortalInBrowser portal)
{
    [BrowserFact]
    public async Task A_passkey_is_added_named_used_to_sign_in_and_removed()
    {
        var page = await portal.VisitAsAsync("jonas@kanal.example", "/account/passkeys");
        await PretendAuthenticatorAsync(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        await page.GetByLabel("Name").FillAsync("Desk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rename" }).ClickAsync();
        await Expect(page.GetByText("Desk", new() { Exact = true })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in?done=signed-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/", StringComparison.Ordinal));

        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(page.GetByText("You have none yet")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        // Loaded whole: the button is of no use before its script is there.
        await page.WaitForURLAsync("**/account/sign-in?done=signed-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByText("That passkey was not accepted")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_closed_account_is_closed_to_its_passkey_too()
    {
        var page = await portal.VisitAsAsync("aisha@kanal.example", "/account/passkeys");
        await PretendAuthenticatorAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.WaitForURLAsync("**/account/sign-in?done=signed-out");

        var manager = await portal.VisitAsAsync("mila@kanal.example", "/people");
        await manager.UntilLiveAsync();
        await manager.GetByRole(AriaRole.Button, new() { Name = "Close the account of Aisha El Amrani" }).ClickAsync();
        await Expect(manager.GetByText("The account of Aisha El Amrani is closed")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page.GetByText("That passkey was not accepted")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Axe_finds_nothing_to_complain_about_on_the_account_pages()
    {
        var visitor = await portal.VisitAsync("/account/sign-in");
        await NothingFromAxeAsync(visitor);
        foreach (var path in (string[])["/account/forgot-password", "/account/choose-password?person=x&token=y"])
        {
            await visitor.GotoAsync(path);
            await NothingFromAxeAsync(visitor);
        }
        var manager = await portal.VisitAsAsync("carlos@sierra.example", "/account");
        await NothingFromAxeAsync(manager);
        foreach (var path in (string[])["/account/password", "/account/two-factor", "/account/passkeys", "/account/sign-out", "/people"])
        {
            await manager.GotoAsync(path);
            if (path == "/people")
                await manager.GetByRole(AriaRole.Heading, new() { Name = "Invite somebody" }).WaitForAsync();
            await NothingFromAxeAsync(manager);
        }
        await manager.GotoAsync("/account/two-factor");
        await manager.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await manager.GetByLabel("Type the six digits").WaitForAsync();
        await NothingFromAxeAsync(manager);
    }

    private static async Task NothingFromAxeAsync(IPage page)
    {
        var result = await page.RunAxe();
        Assert.Empty(result.Violations.Select(violation => $"{page.Url} {violation.Id}: {violation.Help}"));
    }

    private static async Task PretendAuthenticatorAsync(IPage page)
    {
        var protocol = await page.Context.NewCDPSessionAsync(page);
        await protocol.SendAsync("WebAuthn.enable");
        await protocol.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
