using Portal.Core.Guests;

namespace Portal.Core.Languages;

/// <summary>What the fields are called, with a hint where one is not sure what to type.</summary>
public sealed record FieldWords
{
    public required string FirstName { get; init; }
    public required string LastName { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string DateOfBirth { get; init; }
    public required string Gender { get; init; }
    public required string PassportNumber { get; init; }
    public required string CountryOfResidence { get; init; }
    public required string Street { get; init; }
    public required string Street2 { get; init; }
    public required string Zip { get; init; }
    public required string City { get; init; }
    public required string Province { get; init; }
    public required string Female { get; init; }
    public required string Male { get; init; }
    public required string OtherGender { get; init; }
    public required string PhoneHint { get; init; }
    public required string DateHint { get; init; }

    /// <summary>The name of a field; one that only its provider knows keeps the provider's.</summary>
    public string Label(GuestField field) => field.Name switch
    {
        GuestFields.FirstName => FirstName, GuestFields.LastName => LastName, GuestFields.Email => Email, GuestFields.Phone => Phone, GuestFields.DateOfBirth => DateOfBirth,
        GuestFields.Gender => Gender, GuestFields.PassportNumber => PassportNumber, GuestFields.CountryOfResidence => CountryOfResidence, GuestFields.Street => Street,
        GuestFields.Street2 => Street2, GuestFields.Zip => Zip, GuestFields.City => City, GuestFields.Province => Province, _ => field.Label,
    };

    /// <summary>What may be chosen, with the value that is kept.</summary>
    public IReadOnlyList<(string Value, string Word)> Genders => [("female", Female), ("male", Male), ("other", OtherGender)];
}
