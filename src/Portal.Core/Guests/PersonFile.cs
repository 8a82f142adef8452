using Portal.Core.Links;
using Portal.Core.Bookings;
using Portal.Core.Mail;

namespace Portal.Core.Guests;

/// <summary>Everything that an agency knows of one person, for that person. Instants are UTC.</summary>
/// <param name="At">When it was put together.</param>
/// <param name="Agency">Who keeps it.</param>
/// <param name="Erased">When it is erased, in words.</param>
/// <param name="Records">What was typed of the person, each time they were named.</param>
/// <param name="Bookings">What is known of them besides: as the buyer, as the customer, by mail.</param>
public sealed record PersonFile(DateTime At, string Agency, string Erased, IReadOnlyList<PersonRecord> Records, IReadOnlyList<PersonBooking> Bookings);

/// <summary>What was typed of the person once.</summary>
/// <param name="Fields">Field → value, as typed.</param>
/// <param name="Places">The lists the person is on because of it.</param>
public sealed record PersonRecord(IReadOnlyDictionary<string, string> Fields, DateTime ChangedAt, IReadOnlyList<PersonPlace> Places);

/// <summary>A place on a provider's guest list.</summary>
/// <param name="Booking">The reference; null while it is in a cart.</param>
/// <param name="StartLocal">Wall clock at the venue.</param>
/// <param name="SentAt">As of when the provider has accepted the data; null when it has none.</param>
public sealed record PersonPlace(string? Booking, string Event, string? Venue, DateTime StartLocal, string? TimeZone, string Offer, string Provider, bool IsLead, DateTime? SentAt);

/// <summary>What a booking of the person's holds besides its guests.</summary>
/// <param name="AsBuyer">What was typed of the buyer, where that is the same person; empty where it is somebody else.</param>
/// <param name="AsCustomer">The agent's words for the customer, where they name the person.</param>
/// <param name="Links">Links that were sent about the booking.</param>
public sealed record PersonBooking(string Reference, IReadOnlyDictionary<string, string> AsBuyer, string? AsCustomer, IReadOnlyList<PersonLink> Links);

/// <summary>A customer's link and the mail that carried it; addresses are masked, since another person's may be among them.</summary>
public sealed record PersonLink(string To, LinkPurpose Purpose, DateTime MadeAt, DateTime ExpiresAt, DateTime? RevokedAt, DateTime? OpenedAt, MailState? Mail, DateTime? MailedAt);
