namespace Portal.Web.Account;

/// <summary>The configuration section <c>Accounts</c>.</summary>
public sealed class AccountSettings
{
    public const string Section = "Accounts";

    /// <summary>Whom a portal without any admin invites at its start.</summary>
    public string? FirstAdmin { get; set; }

    /// <summary>How often cookies and circuits are compared with the account; switching somebody off takes effect within this.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Sign-ins tried from one address in a minute. An office behind one address signs in together at nine.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>Mails with a link asked for from one address in ten minutes.</summary>
    public int MailsPerTenMinutes { get; set; } = 10;

    /// <summary>Pages and files opened with customers' links from one address in a minute. Many phones may share one address of a network.</summary>
    public int CustomerPagesPerMinute { get; set; } = 120;

    /// <summary>Fields and steps saved with customers' links from one address in a minute: the page's script saves each field as it is left.</summary>
    public int CustomerSavesPerMinute { get; set; } = 120;
}
