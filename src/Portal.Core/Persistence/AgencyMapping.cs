using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Core.Agencies;

namespace Portal.Core.Persistence;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> b)
    {
        b.HasIndex(a => a.Name).IsUnique();
        b.Property(a => a.Name).HasMaxLength(200);
        b.Property(a => a.Currency).HasMaxLength(3);
        b.Property(a => a.TimeZone).HasMaxLength(60);
        b.Property(a => a.CustomerLanguage).HasMaxLength(2);
        b.HasOne<Enablement.Channel>().WithMany().HasForeignKey(a => a.ChannelId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> b)
    {
        b.Property(u => u.DisplayName).HasMaxLength(200);
        b.HasOne(u => u.Agency).WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UserTokenMapping : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    // Authenticator keys and recovery codes, sealed by SealedUserStore.
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> b) => b.Property(t => t.Value).HasMaxLength(2000);
}

/// <summary>
/// Passkeys in ordinary columns. Identity's own schema version 3 is left off: it keeps them in a JSON column, which the embedded
/// SQLite cannot query, and it takes the version from a service container that design-time contexts have not.
/// </summary>
internal sealed class PasskeyMapping : IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> b)
    {
        b.ToTable("AspNetUserPasskeys");
        b.HasKey(p => p.CredentialId);
        // SQL Server indexes keys of 900 bytes at most; authenticators in use send 16 to 250.
        b.Property(p => p.CredentialId).HasMaxLength(850);
        b.HasOne<User>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
        b.ComplexProperty(p => p.Data, data =>
        {
            data.Property(d => d.Name).HasMaxLength(200).HasColumnName("Name");
            data.Property(d => d.PublicKey).HasColumnName("PublicKey");
            data.Property(d => d.CreatedAt).HasColumnName("CreatedAt");
            data.Property(d => d.SignCount).HasColumnName("SignCount");
            data.Property(d => d.Transports).HasMaxLength(400).HasColumnName("Transports");
            data.Property(d => d.IsUserVerified).HasColumnName("IsUserVerified");
            data.Property(d => d.IsBackupEligible).HasColumnName("IsBackupEligible");
            data.Property(d => d.IsBackedUp).HasColumnName("IsBackedUp");
            data.Property(d => d.AttestationObject).HasColumnName("AttestationObject");
            data.Property(d => d.ClientDataJson).HasColumnName("ClientDataJson");
        });
    }
}
