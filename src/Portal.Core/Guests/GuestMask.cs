using Portal.Core.Agencies;
using Portal.Core.Tickets;

namespace Portal.Core.Guests;

/// <summary>A guest form as those read it who need counts and states but nobody's data: first letters instead of names, nothing instead of the rest. Pure.</summary>
public static class GuestMask
{
    private const string Hidden = "…";

    public static GuestForm For(Actor actor, GuestForm form) => actor.SeesPersons ? form : form with
    {
        IsMasked = true, Persons = [.. form.Persons.Select(p => p with { IsReadOnly = true, Fields = [.. p.Fields.Select(Field)] })],
    };

    // A complaint may repeat what was typed.
    private static GuestFormField Field(GuestFormField field) => field with
    {
        Value = string.IsNullOrWhiteSpace(field.Value) ? "" : field.Field.Name switch
        {
            GuestFields.FirstName or GuestFields.LastName => GuestNames.Masked(field.Value),
            GuestFields.Email => TicketWords.Masked(field.Value),
            _ => Hidden,
        },
        Fault = field.IsComplaint ? "was not accepted" : field.Fault,
    };
}
