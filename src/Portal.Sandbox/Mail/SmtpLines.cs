using System.Text;

namespace Portal.Sandbox.Mail;

/// <summary>Reads CRLF lines, one character for each byte, and writes replies.</summary>
internal sealed class SmtpLines(Stream stream)
{
    private const int LongestLine = 64 * 1024;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _at;
    private int _filled;

    /// <summary>The next line without its end; null when the other side has closed.</summary>
    /// <exception cref="IOException">The line is longer than any mail's.</exception>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_at == _filled)
            {
                (_at, _filled) = (0, await stream.ReadAsync(_buffer, ct));
                if (_filled == 0) return null;
            }
            var end = Array.IndexOf(_buffer, (byte)'\n', _at, _filled - _at);
            line.Append(Encoding.Latin1.GetString(_buffer, _at, (end < 0 ? _filled : end) - _at));
            _at = end < 0 ? _filled : end + 1;
            if (end >= 0) return line.Length > 0 && line[^1] == '\r' ? line.ToString(0, line.Length - 1) : line.ToString();
            if (line.Length > LongestLine) throw new IOException("A line longer than any mail's.");
        }
    }

    public Task ReplyAsync(string text, CancellationToken ct) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), ct).AsTask();
}
