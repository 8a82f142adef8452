using Microsoft.Playwright;

namespace Portal.BrowserTests.Support;

/// <summary>Breaks and mends the line between a page and the portal, from the browser's side.</summary>
internal static class Lines
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IPage, List<IWebSocketRoute>> Open = [];

    /// <summary>From the next load of the page on, its web sockets can be cut.</summary>
    public static Task CutLinesOnDemandAsync(this IPage page)
    {
        var sockets = Open.GetOrCreateValue(page);
        return page.RouteWebSocketAsync("**/_blazor*", socket =>
        {
            socket.ConnectToServer();
            lock (sockets)
                sockets.Add(socket);
        });
    }

    /// <summary>The line breaks now and does not come back.</summary>
    public static async Task CutLineAsync(this IPage page)
    {
        await page.Context.SetOfflineAsync(true);
        IWebSocketRoute[] sockets;
        lock (Open.GetOrCreateValue(page))
            sockets = [.. Open.GetOrCreateValue(page)];
        foreach (var socket in sockets)
            await socket.CloseAsync(new WebSocketRouteCloseOptions { Code = 3001 });
    }

    public static Task MendLineAsync(this IPage page) => page.Context.SetOfflineAsync(false);
}
