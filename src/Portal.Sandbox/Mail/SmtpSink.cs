using System.Net;
using System.Net.Sockets;

namespace Portal.Sandbox.Mail;

/// <summary>
/// A mail server on 127.0.0.1 that takes everything and delivers nothing. Scenarios: <c>smtp/connect</c> silent = it is
/// down, throttled = 421; <c>smtp/rcpt</c> unauthorized = that recipient is refused, silent = it says no more before the
/// text; <c>smtp/data</c> silent after = it dies after taking the mail, server error = 451. What is silent closes the line
/// or holds it open.
/// </summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<TcpClient, CancellationToken, Task> _talk;
    private readonly Task _accepting;

    public SmtpSink(int port, Func<TcpClient, CancellationToken, Task> talk)
    {
        _talk = talk;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The names scenarios can be put on.</summary>
    public static IReadOnlyList<string> Operations => ["smtp/connect", "smtp/data", "smtp/rcpt"];

    public int Port { get; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Stopping; or a caller left between knocking and being let in, and the next one is waited for.
                continue;
            }
            _ = TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await _talk(client, _stopping.Token);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // The sender hung up or the sandbox stops: an unfinished mail was never taken.
                return;
            }
        }
    }
}
