using System.Globalization;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>One value of the configuration section <c>Connections</c>: <c>Connections:XS2Event:BaseUrl</c>.</summary>
public sealed record ConnectionSetting(string Connection, string Key, string Value);

/// <summary>
/// What the configuration names for one connection, read and checked. What it does not name is null and leaves the row as it is.
/// Names match without regard to case, hyphens and underscores.
/// </summary>
/// <exception cref="ConnectionSettingException">A value cannot be used.</exception>
internal sealed class ConnectionSettings
{
    public string Name { get; }
    public string? Provider { get; }
    public string? BaseUrl { get; }
    public string? Channel { get; }
    public bool? Enabled { get; }
    public int? MarginSeconds { get; }
    public int? SettleSeconds { get; }
    public decimal? FeePerTicket { get; }
    public string? FeeCurrency { get; }
    public string? TimeZone { get; }
    public string? OrderEmail { get; }
    /// <summary>All others: secrets and contract settings by the names of the provider's page.</summary>
    public Dictionary<string, string> Values { get; } = [];

    public ConnectionSettings(string name, IEnumerable<ConnectionSetting> settings)
    {
        Name = name;
        // An empty value is one that was not filled in, not an order to forget what the database has.
        foreach (var (_, key, value) in settings.Where(s => !string.IsNullOrWhiteSpace(s.Value)))
            switch (ConnectionFacts.Plain(key))
            {
                case "PROVIDER": Provider = value.Trim(); break;
                case "BASEURL": BaseUrl = Address(key, value); break;
                case "CHANNEL": Channel = value.Trim(); break;
                case "ENABLED": Enabled = Read(key, value, "true or false", bool.TryParse(value, out var on), on); break;
                case "MARGIN" or "MARGINSECONDS": MarginSeconds = Seconds(key, value); break;
                case "SETTLESECONDS": SettleSeconds = Seconds(key, value); break;
                case "FEEPERTICKET": FeePerTicket = Amount(key, value); break;
                case "FEECURRENCY": FeeCurrency = Read(key, value, "a currency of three letters", value.Length == 3 && value.All(char.IsAsciiLetter), value.ToUpperInvariant()); break;
                case "TIMEZONE": TimeZone = Read(key, value, "an IANA time zone such as Europe/Madrid", TimeZoneInfo.TryFindSystemTimeZoneById(value, out _), value); break;
                case "ORDEREMAIL": OrderEmail = Read(key, value, "an e-mail address", value.IndexOf('@', StringComparison.Ordinal) > 0, value.Trim()); break;
                default: Values[key] = value; break;
            }
    }

    private int Seconds(string key, string value) =>
        Read(key, value, "a whole number of seconds", int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds), seconds);

    private decimal Amount(string key, string value) => Read(key, value, "an amount such as 1.90",
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount), amount);

    private string Address(string key, string value) => Read(key, value, "an address that begins with http:// or https://",
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo: "", Query: "", Fragment: "" }, value.Trim().TrimEnd('/'));

    // The value itself is not repeated: it may be a secret in the wrong place.
    private T Read<T>(string key, string value, string expected, bool isRight, T result) => isRight
        ? result
        : throw new ConnectionSettingException(Name, key, $"is not {expected} ({value.Length} characters were given)");
}

/// <summary>A value of the section <c>Connections</c> that cannot be used. Its message names the key and never the value.</summary>
public sealed class ConnectionSettingException(string connection, string key, string problem)
    : Exception($"Connections:{connection}:{key} {problem}.");
