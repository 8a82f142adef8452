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
    /// <summary>As it stands on invoices; lines apart.</summary>
    public string? Address { get; set; }

    /// <summary>How far what it owes may rise, in its currency; 0 for an agency that pays before, null while no limit is set.</summary>
    public decimal? CreditLimit { get; set; }
    /// <summary>What it owes the portal: the sum of its entries on <see cref="Ledger.LedgerAccount.Agency"/>. Below zero it has paid before.</summary>
    public decimal Balance { get; set; }
    /// <summary>Raised by whoever spends credit, so that one at a time does.</summary>
    public long CreditTurn { get; set; }
    /// <summary>When what it booked is bought by itself.</summary>
    public ConversionRule Conversion { get; set; }
    /// <summary>With <see cref="ConversionRule.BeforeDeadline"/>: so many hours before.</summary>
    public int ConvertHoursBefore { get; set; } = 6;
    /// <summary>So many hours before a deadline its agent is reminded, the first time and the last.</summary>
    public int FirstReminderHours { get; set; } = 48;
    public int LastReminderHours { get; set; } = 6;
    /// <summary>Customers get the link to their guest data by itself (<see cref="GuestRule"/>).</summary>
    public bool GuestsSendLinks { get; set; } = true;
    /// <summary>Guest data are due so many days before the event.</summary>
    public int GuestsDueDays { get; set; } = 7;
    /// <summary>Customers are reminded every so many days; 0 for never.</summary>
    public int GuestsRemindDays { get; set; } = 3;
    /// <summary>The agent is warned so many hours before guest data are late; 0 for never.</summary>
    public int GuestsWarnHours { get; set; } = 48;
    /// <summary>What is known of persons is erased so many days after the event.</summary>
    public int GuestsEraseDays { get; set; } = 30;
    /// <summary>In which language customers are written to unless a booking says otherwise, ISO 639-1.</summary>
    public string CustomerLanguage { get; set; } = "en";
}

/// <summary>When a job turns a booking into a purchase.</summary>
public enum ConversionRule
{
    /// <summary>Never: an agent does.</summary>
    ByHand,
    /// <summary>Once the customer's payments cover the booking.</summary>
    WhenPaid,
    /// <summary>Some hours before the deadline, as far as the credit goes.</summary>
    BeforeDeadline,
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
