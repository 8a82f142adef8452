using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Core.Enablement;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>
/// Run at every start: writes what the configuration names of each connection into its row, so that an environment variable can
/// point any of them elsewhere. Named values win, others keep what the database has. A connection with a wrong value is switched
/// off, said in one line, and does not stop the portal; corrected, it is switched on again.
/// </summary>
public sealed partial class SeedConnections(
    IDbContextFactory<PortalDb> databases, ProviderDirectory providers, ConnectionSeal seal, ILogger<SeedConnections> log)
{
    /// <returns>One line per connection that is off because of its configuration.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<ConnectionSetting> settings, CancellationToken cancellation)
    {
        var problems = new List<string>();
        foreach (var connection in settings.GroupBy(s => s.Connection, StringComparer.OrdinalIgnoreCase))
            if (await SeedAsync(connection.Key, [.. connection], cancellation) is { } problem)
            {
                LogOff(log, connection.Key, problem);
                problems.Add(problem);
            }
        return problems;
    }

    private async Task<string?> SeedAsync(string name, IReadOnlyList<ConnectionSetting> settings, CancellationToken cancellation)
    {
        for (var isSecondTry = false; ; isSecondTry = true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            // Configuration does not tell XS2EVENT from XS2Event, so neither does this; there are few rows.
            var row = (await db.Connections.ToListAsync(cancellation)).Find(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            var problem = await ApplyAsync(db, row, name, settings, cancellation);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return problem;
            }
            catch (DbUpdateException) when (!isSecondTry)
            {
                // Another node starting at the same time wrote the row first: read it and apply again.
            }
        }
    }

    private async Task<string?> ApplyAsync(PortalDb db, Connection? row, string name, IReadOnlyList<ConnectionSetting> settings, CancellationToken cancellation)
    {
        try
        {
            var named = new ConnectionSettings(name, settings);
            Check(named, row);
            if (row is null)
                db.Connections.Add(row = new Connection { Id = Guid.CreateVersion7(), Name = name, ProviderKind = "", BaseUrl = "", SealedValues = seal.Seal(new Dictionary<string, string>()) });
            Write(named, row);
            if (named.Channel is { } channel)
                row.ChannelId = await ChannelAsync(db, channel, cancellation);
            return null;
        }
        catch (ConnectionSettingException wrong)
        {
            if (row is { IsEnabled: true } or { ConfigurationProblem: not null })
            {
                row.IsEnabled = false;
                row.ConfigurationProblem = wrong.Message;
            }
            return wrong.Message;
        }
    }

    private void Check(ConnectionSettings named, Connection? row)
    {
        if ((named.Provider ?? row?.ProviderKind) is not { } kind)
            throw new ConnectionSettingException(named.Name, "Provider", "is missing");
        if (!providers.Knows(kind))
            throw new ConnectionSettingException(named.Name, "Provider", $"names no provider that is built in. Known: {string.Join(", ", providers.Kinds.Order())}");
        if ((named.BaseUrl ?? row?.BaseUrl) is null)
            throw new ConnectionSettingException(named.Name, "BaseUrl", "is missing");
        if (named.FeePerTicket > 0 && (named.FeeCurrency ?? row?.FeeCurrency) is null)
            throw new ConnectionSettingException(named.Name, "FeeCurrency", "is missing, and FeePerTicket needs it");
    }

    private void Write(ConnectionSettings named, Connection row)
    {
        var kind = named.Provider is { } provider ? providers.Get(provider).Kind : row.ProviderKind;
        var baseUrl = named.BaseUrl ?? row.BaseUrl;
        if (kind != row.ProviderKind || baseUrl != row.BaseUrl)
        {
            // Another system: what was read from the former one says nothing about this one's catalogue.
            row.CatalogMark = null;
            row.CatalogReadAt = row.CatalogSweptAt = null;
        }
        row.ProviderKind = kind;
        row.BaseUrl = baseUrl;
        row.IsEnabled = named.Enabled ?? (row.IsEnabled || row.ConfigurationProblem is not null);
        row.ConfigurationProblem = null;
        row.MarginSeconds = named.MarginSeconds ?? row.MarginSeconds;
        row.SettleSeconds = named.SettleSeconds ?? row.SettleSeconds;
        row.FeePerTicket = named.FeePerTicket ?? row.FeePerTicket;
        row.FeeCurrency = named.FeeCurrency ?? row.FeeCurrency;
        row.TimeZone = named.TimeZone ?? row.TimeZone;
        row.OrderEmail = named.OrderEmail ?? row.OrderEmail;
        if (named.Values.Count > 0)
            row.SealedValues = seal.Seal(Merge(seal.Open(row.SealedValues), named.Values));
    }

    private static Dictionary<string, string> Merge(IReadOnlyDictionary<string, string> kept, Dictionary<string, string> named)
    {
        var spelt = named.Keys.Select(ConnectionFacts.Plain).ToHashSet();
        var merged = kept.Where(k => !spelt.Contains(ConnectionFacts.Plain(k.Key))).ToDictionary(k => k.Key, k => k.Value);
        foreach (var (key, value) in named)
            merged[key] = value;
        return merged;
    }

    private static async Task<Guid> ChannelAsync(PortalDb db, string name, CancellationToken cancellation)
    {
        if (await db.Channels.SingleOrDefaultAsync(c => c.Name == name, cancellation) is { } known)
            return known.Id;
        return db.Channels.Add(new Channel { Id = Guid.CreateVersion7(), Name = name }).Entity.Id;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The connection {Connection} is off: {Problem} Correct the configuration and start again.")]
    private static partial void LogOff(ILogger log, string connection, string problem);
}
