using Portal.Core.Mail;

namespace Portal.Tests.Mail;

/// <summary>Links that lead nowhere, for everybody but <see cref="Guid.Empty"/>, who is gone.</summary>
internal sealed class PlainLinks : LinkMaker
{
    public override Task<PasswordLink?> PasswordAsync(Guid userId, CancellationToken cancellation) =>
        Task.FromResult(userId == Guid.Empty ? null : new PasswordLink("Mila", new Uri($"https://portal.example/choose?for={userId}"), 24));

    public override Task<Uri?> TicketsAsync(Guid linkId, CancellationToken cancellation) =>
        Task.FromResult(linkId == Guid.Empty ? null : new Uri($"https://portal.example/t/{linkId:N}"));

    public override Task<Uri?> GuestsAsync(Guid linkId, CancellationToken cancellation) =>
        Task.FromResult(linkId == Guid.Empty ? null : new Uri($"https://portal.example/g/{linkId:N}"));

    public override Uri Booking(string reference) => new($"https://portal.example/bookings/{reference}");
}
