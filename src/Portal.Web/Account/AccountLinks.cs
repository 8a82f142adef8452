using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Portal.Core.Agencies;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Web.Mail;

namespace Portal.Web.Account;

/// <summary>Makes the links in mails: the portal's public address, Identity's tokens, which end with the next change of password, and customers' tokens.</summary>
internal sealed class AccountLinks(UserManager<User> users, IUserConfirmation<User> active, MakeCustomerLink customers, IOptions<SmtpSettings> mail) : LinkMaker
{
    public const int Hours = 24;

    public override async Task<PasswordLink?> PasswordAsync(Guid userId, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(userId.ToString()) is not { } user || !await active.IsConfirmedAsync(users, user))
            return null;
        var token = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(await users.GeneratePasswordResetTokenAsync(user)));
        return new PasswordLink(user.DisplayName, At($"account/choose-password?person={user.Id:N}&token={token}"), Hours);
    }

    public override async Task<Uri?> TicketsAsync(Guid linkId, CancellationToken cancellation) =>
        await customers.RunAsync(linkId, cancellation) is { } token ? At($"t/{token}") : null;

    public override async Task<Uri?> GuestsAsync(Guid linkId, CancellationToken cancellation) =>
        await customers.RunAsync(linkId, cancellation) is { } token ? At($"g/{token}") : null;

    public override Uri Booking(string reference) => At($"bookings/{reference}");

    private Uri At(string path) => new(
        mail.Value.PublicUrl ?? throw new InvalidOperationException("Mail:PublicUrl is missing: links in mails need the portal's public address."), path);
}
