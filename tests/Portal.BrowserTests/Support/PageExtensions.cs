using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
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

    /// <summary>What axe finds, one line each. Frames are left out: a letter's lets no script in.</summary>
    public static async Task<IReadOnlyList<string>> ComplaintsAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { Iframes = false });
        return [.. result.Violations.SelectMany(v => v.Nodes.Select(n => $"{new Uri(page.Url).AbsolutePath} {v.Id}: {v.Help} — {n.Html}"))];
    }

    public static Task<int> WidthAsync(this IPage page) => page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");

    /// <summary>Goes on by Tab until the wanted element has the focus, looking at each step that the focus can be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator wanted)
    {
        for (var steps = 0; steps < 80; steps++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>(FocusIsUnseen))
                Assert.Fail($"The focus cannot be seen on {await page.EvaluateAsync<string>("document.activeElement.outerHTML")}");
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail($"{wanted} is not reached by Tab.");
    }

    // No outline and no ring, or outside of the page.
    private const string FocusIsUnseen = """
        (() => {
          const it = document.activeElement, look = getComputedStyle(it), box = it.getBoundingClientRect();
          if (it === document.body) return false;
          return look.outlineStyle === 'none' && look.boxShadow === 'none' || box.width === 0 || box.bottom < 0 || box.top > innerHeight;
        })()
        """;
}
