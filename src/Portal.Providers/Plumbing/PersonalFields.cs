using Portal.Core.Guests;
using Portal.Core.Providers;

namespace Portal.Providers.Plumbing;

/// <summary>The member names under which providers carry what identifies a person.</summary>
internal static class PersonalFields
{
    private static readonly HashSet<string> Shared =
    [
        .. GuestFields.All.Select(f => ConnectionFacts.Plain(f.Name)),
        .. new[]
        {
            "email", "booking_email", "phone", "mobile", "birthday", "birth_date", "firstname", "lastname", "surname", "full_name",
            "customer_name", "guest_name", "address", "street", "postal_code", "passport", "identification", "id_card", "fiscal_code",
        }.Select(n => ConnectionFacts.Plain(n)),
    ];

    /// <summary>The names, compared without regard to case, hyphens and underscores, with those of one provider.</summary>
    public static IReadOnlySet<string> With(IReadOnlyList<string> more) => more.Count == 0
        ? Shared
        : new HashSet<string>(Shared.Concat(more.Select(n => ConnectionFacts.Plain(n))));
}
