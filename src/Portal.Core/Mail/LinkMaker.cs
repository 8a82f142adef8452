namespace Portal.Core.Mail;

/// <summary>Makes the links that mails carry, when they are rendered. The portal's own knows its address and Identity's tokens.</summary>
public abstract class LinkMaker
{
    /// <summary>A link to choose a password; null when nobody active has that account any more.</summary>
    public abstract Task<PasswordLink?> PasswordAsync(Guid userId, CancellationToken cancellation);

    /// <summary>The customer's page of purchased tickets; null when the link was revoked or is over. Each call makes a token.</summary>
    public abstract Task<Uri?> TicketsAsync(Guid linkId, CancellationToken cancellation);

    /// <summary>The customer's page for guest data; null when the link was revoked or is over. Each call makes a token.</summary>
    public abstract Task<Uri?> GuestsAsync(Guid linkId, CancellationToken cancellation);

    /// <summary>The page of a booking, by its reference.</summary>
    public abstract Uri Booking(string reference);
}

/// <param name="Name">Whom the mail greets.</param>
/// <param name="Address">The link with its token.</param>
/// <param name="Hours">How long it works.</param>
public sealed record PasswordLink(string Name, Uri Address, int Hours);
