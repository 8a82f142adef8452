using Microsoft.AspNetCore.Identity;

namespace Portal.Core.Agencies;

/// <summary>A reseller company. Its agents see what belongs to it and nothing else.</summary>
public sealed class Agency
{
    public Guid Id { get; set; }
    public required string Name { get; set; }
    public bool IsActive { get; set; } = true;
    /// <summary>IANA zone in which its agents read our own instants.</summary>
    public string TimeZone { get; set; } = "Europe/Amsterdam";
    /// <summary>ISO 4217.</summary>
    public string Currency { get; set; } = "EUR";
    public string? Email { get; set; }
    /// <summary>The sales channel it sells through; null is every one (<see cref="Enablement.Channel"/>).</summary>
    public Guid? ChannelId { get; set; }
}

/// <summary>Someone who signs in: an agent or manager of one agency, or an admin of the portal (who belongs to none).</summary>
public sealed class User : IdentityUser<Guid>
{
    public Guid? AgencyId { get; set; }
    public Agency? Agency { get; set; }
    public required string DisplayName { get; set; }
    /// <summary>Whether they may sign in at all. Not Identity's lock-out, which ends by itself and is lifted by a new password.</summary>
    public bool IsActive { get; set; } = true;
}

/// <summary>The roles. An admin runs the portal, a manager an agency, an agent sells.</summary>
public static class Roles
{
    public const string Admin = "Admin";
    public const string Manager = "Manager";
    public const string Agent = "Agent";
    public static readonly IReadOnlyList<string> All = [Admin, Manager, Agent];
}
