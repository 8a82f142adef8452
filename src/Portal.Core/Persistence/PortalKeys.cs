using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Portal.Core.Persistence;

/// <summary>A key of our own that must outlive processes, sealed with data protection.</summary>
public sealed class PortalKey
{
    public required string Name { get; set; }
    public required string Sealed { get; set; }
}

/// <summary>A key of ASP.NET Core data protection, as XML. Kept in the database so that every node and every restart has them.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; set; }
    public string? FriendlyName { get; set; }
    public required string Xml { get; set; }
}

/// <summary>Makes and keeps the portal's own keys. The first asker makes a key; whoever loses that race reads the winner's.</summary>
public sealed class PortalKeys(IDbContextFactory<PortalDb> databases, IDataProtectionProvider protection)
{
    private const string NameHash = "name-hash";
    private readonly IDataProtector protector = protection.CreateProtector("Portal.Keys.v1");
    private byte[]? nameHash;

    /// <summary>The key under which names are hashed for searching.</summary>
    public async Task<byte[]> NameHashKeyAsync(CancellationToken cancellation) => nameHash ??= await GetAsync(NameHash, cancellation);

    private async Task<byte[]> GetAsync(string name, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await ReadAsync(db, name, cancellation) is { } existing)
            return existing;
        db.PortalKeys.Add(new PortalKey { Name = name, Sealed = protector.Protect(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))) });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another node made it first; if that is not so, the read below finds nothing and the fault shows.
            db.ChangeTracker.Clear();
        }
        return await ReadAsync(db, name, cancellation) ?? throw new InvalidOperationException($"The key '{name}' could not be made.");
    }

    private async Task<byte[]?> ReadAsync(PortalDb db, string name, CancellationToken cancellation)
    {
        var row = await db.PortalKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Name == name, cancellation);
        return row is null ? null : Convert.FromBase64String(protector.Unprotect(row.Sealed));
    }
}
