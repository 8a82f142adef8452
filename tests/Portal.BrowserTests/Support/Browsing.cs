using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Support;

/// <summary>One browser with many visitors, each with cookies of their own. A story that fails leaves a picture of every open page.</summary>
internal sealed class Browsing : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> signedIn = new();
    private IPlaywright? playwright;
    private IBrowser? browser;
    private Uri? portal;
    private string? password;

    public async Task StartAsync(Uri address, string demoPassword)
    {
        (portal, password) = (address, demoPassword);
        // As long as for a click: what is expected is often the answer of a provider.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>Runs a story; its visitors are gone afterwards.</summary>
    public async Task StoryAsync(Func<Task> story, string name)
    {
        try
        {
            await story();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{await PictureAsync(name)}", failure);
        }
        finally
        {
            foreach (var visitor in browser!.Contexts.ToList())
                await visitor.CloseAsync();
        }
    }

    /// <summary>A fresh visitor: own cookies, an empty page.</summary>
    public Task<IPage> VisitAsync(string path, int width, int height, ColorScheme look, bool runsScripts = true) => OpenAsync(path, width, height, look, state: null, runsScripts);

    /// <summary>A fresh visitor who is signed in as one of the demo's people. The form is filled in once a person.</summary>
    public async Task<IPage> VisitAsAsync(string email, string path, int width, int height, ColorScheme look)
    {
        var page = await OpenAsync(path, width, height, look, signedIn.GetValueOrDefault(email));
        if (new Uri(page.Url).AbsolutePath != "/account/sign-in")
            return page;
        await page.SignInAsync(email, password!);
        signedIn[email] = await page.Context.StorageStateAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    private async Task<IPage> OpenAsync(string path, int width, int height, ColorScheme look, string? state, bool runsScripts = true)
    {
        var visitor = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal!.ToString(), StorageState = state, ColorScheme = look, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = height }, JavaScriptEnabled = runsScripts,
        });
        var page = await visitor.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        await page.GotoAsync(path);
        return page;
    }

    private async Task<string> PictureAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "portal-stories", name)).FullName;
        var pages = browser!.Contexts.SelectMany(c => c.Pages).ToList();
        foreach (var (page, number) in pages.Select((page, i) => (page, i + 1)))
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{number}.png"), FullPage = true });
        return $"{string.Join(" and ", pages.Select(p => p.Url))}: pictures in {folder}";
    }
}
