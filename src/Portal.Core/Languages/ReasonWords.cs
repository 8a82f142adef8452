using Portal.Core.Guests;

namespace Portal.Core.Languages;

/// <summary>Why something is asked, in a heading and a sentence for fields that are asked for the same reason.</summary>
public sealed record ReasonWords
{
    public required Reason Name { get; init; }
    public required Reason Contact { get; init; }
    public required Reason Identity { get; init; }
    public required Reason Address { get; init; }
    public required Reason Other { get; init; }

    public Reason Of(GuestField field) => field.Name switch
    {
        GuestFields.FirstName or GuestFields.LastName => Name,
        GuestFields.Email or GuestFields.Phone => Contact,
        GuestFields.DateOfBirth or GuestFields.Gender or GuestFields.PassportNumber => Identity,
        GuestFields.CountryOfResidence or GuestFields.Street or GuestFields.Street2 or GuestFields.Zip or GuestFields.City or GuestFields.Province => Address,
        _ => Other,
    };
}

/// <param name="Head">What these fields are about.</param>
/// <param name="Why">Why they are asked.</param>
public sealed record Reason(string Head, string Why);
