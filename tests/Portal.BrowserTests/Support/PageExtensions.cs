using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Portal.BrowserTests.Support;

internal static class PageExtensions
{
    /// <summary>Waits until clicks arrive: those made before the circuit is live are lost.</summary>
    public static async Task UntilLiveAsync(this IPage page) =>
        await page.Locator("[data-live='yes']").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Goes to an address and waits until clicks arrive there.</summary>
    public static async Task GoAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.UntilLiveAsync();
    }

    public static async Task ReloadLiveAsync(this IPage page)
    {
        await page.ReloadAsync();
        await page.UntilLiveAsync();
    }

    public static async Task SignInAsync(this IPage page, string email, string password)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new Regex("/account/sign-in"));
    }

    public static ILocator Button(this IPage page, string name, bool exact = false) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = exact });

    public static ILocator Link(this IPage page, string name, bool exact = false) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = exact });

    /// <summary>A state as people see it, in the page itself (not in the dock beside it).</summary>
    public static ILocator State(this IPage page, string word) => page.Locator("main .state", new() { HasTextString = word }).First;

    /// <summary>What axe finds, one line each.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(this IPage page)
    {
        var result = await page.RunAxe();
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{new Uri(page.Url).AbsolutePath} {v.Id}: {v.Help} — {n.Html}"))];
    }

    public static Task<int> WidthAsync(this IPage page) => page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
}
