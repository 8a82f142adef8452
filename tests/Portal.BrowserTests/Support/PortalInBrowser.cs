using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Support;

/// <summary>The portal on a free port inside the test process, and one browser in front of it, for all tests of a class.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-").FullName;
    private readonly WebApplicationFactory<Program> portal;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public PortalInBrowser() => portal = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        builder.UseSetting("Database:ConnectionString", $"Data Source={folder}/portal.db").UseSetting("Sandbox:Enabled", "false")
            // UseKestrel(0) is lost on the way to a factory that was made with a builder.
            .UseSetting("urls", "http://127.0.0.1:0"));

    public async Task InitializeAsync()
    {
        if (!Chromium.IsHere && !Chromium.IsRequired)
            return;
        portal.UseKestrel(0);
        portal.StartServer();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
    }

    /// <summary>A fresh visitor: own cookies, an empty page.</summary>
    public async Task<IPage> VisitAsync(string path, int width = 1280, int height = 900)
    {
        var visitor = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            // By name: passkeys belong to a domain, and an address of numbers is none.
            BaseURL = new UriBuilder(portal.ClientOptions.BaseAddress) { Host = "localhost" }.Uri.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        var page = await visitor.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A fresh visitor who signed in as one of the demo's people.</summary>
    public async Task<IPage> VisitAsAsync(string email, string path, int width = 1280, int height = 900)
    {
        var page = await VisitAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", width, height);
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(portal.Services.GetRequiredService<IConfiguration>()["Demo:Password"]!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await portal.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
