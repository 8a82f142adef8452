using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Core.Providers;

namespace Portal.Core.Catalog;

/// <summary>A connection ready to be asked: its facts with opened secrets, its adapter, and the terms that follow from both.</summary>
public sealed record OpenConnection(ConnectionFacts Facts, IProvider Provider, Connection Row)
{
    /// <summary>How this connection's wire behaves: the provider's traits, with what the connection says otherwise.</summary>
    public ProviderTraits Traits => Provider.Traits with { CallBudget = Facts.CallBudget(Provider.Traits) };

    /// <summary>How long before the provider's expiry we stop committing.</summary>
    public TimeSpan Margin => Row.MarginSeconds is { } s ? TimeSpan.FromSeconds(s) : Provider.Traits.DefaultMargin;

    /// <summary>How long after a question 'not found' may be believed.</summary>
    public TimeSpan SettlesAfter => Row.SettleSeconds is { } s ? TimeSpan.FromSeconds(s) : Provider.Traits.SettlesAfter;

    /// <summary>How long a claim on a question lives: longer than the longest call, so that recovery never overtakes a living asker.</summary>
    public TimeSpan ClaimBudget => Traits.CallBudget + TimeSpan.FromSeconds(15);

    /// <summary>Held up between claim and question (a machine that slept): others may look at the claim as abandoned before an answer can come.</summary>
    /// <returns>The no with which the question ends unasked; null while there is time to ask it.</returns>
    public Refusal? HeldUp(DateTime ownedUntil, TimeProvider time) => time.GetUtcNow().UtcDateTime > ownedUntil - Traits.CallBudget
        ? new Refusal(RefusalReason.Unreachable, "The portal was held up: the request never left.")
        : null;
}

/// <summary>Opens connections by id.</summary>
public sealed class ConnectionBook(IDbContextFactory<PortalDb> databases, ProviderDirectory providers, ConnectionSeal seal)
{
    /// <exception cref="InvalidOperationException">No such connection, or its provider is not built in.</exception>
    public async Task<OpenConnection> OpenAsync(Guid connectionId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var row = await db.Connections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == connectionId, cancellation)
            ?? throw new InvalidOperationException($"There is no connection {connectionId}.");
        return Open(row);
    }

    public OpenConnection Open(Connection row) =>
        new(new ConnectionFacts(row.Id, row.Name, row.ProviderKind, new Uri(row.BaseUrl), seal.Open(row.SealedValues)), providers.Get(row.ProviderKind), row);
}
