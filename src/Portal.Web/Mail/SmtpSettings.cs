namespace Portal.Web.Mail;

/// <summary>The configuration section <c>Mail</c>.</summary>
public sealed class SmtpSettings
{
    public const string Section = "Mail";

    /// <summary>The server that takes mail; without one, mail waits in the outbox and says so.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 25;

    /// <summary>Whether to speak TLS (STARTTLS) with it.</summary>
    public bool Tls { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>How long one mail may take; a server that has not answered by then has not, or may have, taken it.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The sender, e.g. <c>Portal &lt;portal@example.com&gt;</c>.</summary>
    public string From { get; set; } = "Portal <portal@localhost>";

    /// <summary>Where people reach the portal: the beginning of every link in a mail.</summary>
    public Uri? PublicUrl { get; set; }
}
