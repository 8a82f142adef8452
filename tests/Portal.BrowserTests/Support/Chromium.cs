using Microsoft.Playwright;

namespace Portal.BrowserTests.Support;

/// <summary>The browser of the tests: <c>PORTAL_CHROMIUM</c>, else where Debian puts Chromium.</summary>
internal static class Chromium
{
    public static string Executable { get; } =
        Environment.GetEnvironmentVariable("PORTAL_CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium";

    public static bool IsHere => File.Exists(Executable);

    public static bool IsRequired => Environment.GetEnvironmentVariable("CI") == "true";

    public static string Missing =>
        $"Nothing was tested in a browser: no Chromium at {Executable}. Install it (Debian: apt-get install chromium fonts-liberation) or name one in PORTAL_CHROMIUM.";

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => IsHere
        ? playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = Arguments })
        : throw new InvalidOperationException(Missing);

    // The sandbox needs a kernel feature that containers withhold; the rest keeps the browser from calling its maker.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
