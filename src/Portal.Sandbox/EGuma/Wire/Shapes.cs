using Portal.Sandbox.EGuma.Model;

namespace Portal.Sandbox.EGuma.Wire;

/// <summary>What goes over the wire. Members that the newer revision brought are left out in the older.</summary>
internal sealed class Shapes(EGumaState state)
{
    private bool Newer => state.Options.Revision is EGumaRevision.B;

    public object Of(Merchant merchant, IEnumerable<Product> products) => Newer
        ? new { company_name = merchant.CompanyName, currency = merchant.Currency, products = products.Select(Of).ToList() }
        : new { company_name = merchant.CompanyName, products = products.Select(Of).ToList() };

    public object Of(Product product, IEnumerable<Slot> slots)
    {
        var availabilities = slots.Select(Of).ToList();
        return Newer
            ? new { company_name = product.Merchant.CompanyName, product_name = NameOf(product), currency = product.Merchant.Currency, availabilities }
            : new { company_name = product.Merchant.CompanyName, product_name = NameOf(product), availabilities };
    }

    public object Of(Reservation reservation, Merchant merchant)
    {
        var expires = state.Options.ExpiresIn is EGumaExpiryZone.Utc ? reservation.ExpiresAt : EGumaState.Local(reservation.ExpiresAt, merchant);
        return new { reservation_id = reservation.Id, expires_at = expires.WrittenFully() };
    }

    /// <param name="root">Where the caller reached us: the tickets' addresses lead back there.</param>
    public object Of(Booking booking, string root)
    {
        string Pdf(Ticket t) => $"{root}/eguma-files/{t.FileToken}.pdf";
        return Newer
            ? new
            {
                booking_id = booking.Id, booking_reference = booking.Reference, language = booking.Language,
                tickets = booking.Tickets.Select(t => new
                {
                    ticket_number = t.Number, category_id = t.CategoryId, price_in_cents = t.PriceInCents, pdf_url = Pdf(t), apple_wallet_url = $"{state.Options.PassRoot}/{t.FileToken}.pkpass",
                }).ToList(),
            }
            : new
            {
                booking_id = booking.Id, booking_reference = booking.Reference,
                tickets = booking.Tickets.Select(t => new { ticket_number = t.Number, category_id = t.CategoryId, price_in_cents = t.PriceInCents, pdf_url = Pdf(t) }).ToList(),
            };
    }

    public static object Cancelled(Booking booking) => new
    {
        booking_id = booking.Id,
        booking_reference = booking.Reference,
        cancelled_tickets = booking.Tickets.Select(t => new { ticket_number = t.Number }).ToList(),
    };

    /// <summary>A row of <c>orders.json</c>, without the members that say nothing here.</summary>
    public static object Order(Booking booking, Merchant merchant) => new
    {
        id = booking.Id,
        created_at = EGumaState.Local(booking.Created, merchant).Written(),
        updated_at = EGumaState.Local(booking.Updated, merchant).Written(),
        order_number = booking.Reference,
        status = booking.Status,
        currency = merchant.Currency,
        language = booking.Language,
        location = "web",
        grand_total_in_cents = booking.Tickets.Sum(t => t.PriceInCents),
        customer = new { first_name = booking.Customer.FirstName, last_name = booking.Customer.LastName, email = booking.Customer.Email },
    };

    public static object Info(Booking booking, Ticket ticket, Merchant merchant) => new
    {
        id = Ids.Of("ticket " + ticket.Number),
        ticket_number = ticket.Number,
        created_at = EGumaState.Local(booking.Created, merchant).Written(),
        price_in_cents = ticket.PriceInCents,
        is_checked_in = ticket.CheckedInAt is not null,
        checked_in_at = ticket.CheckedInAt is { } at ? EGumaState.Local(at, merchant).Written() : null,
        event_or_admission_id = booking.ProductId,
    };

    private object Of(Product p)
    {
        var categories = p.Categories.Select(Of).ToList();
        return Newer
            ? new
            {
                id = p.Id, name = NameOf(p), name_translations = p.Names, description = p.Descriptions.GetAt(0).Value, description_translations = p.Descriptions,
                is_active = p.Active, slot_type = p.SlotType, updated_at = p.Updated.Written(), categories,
            }
            : new
            {
                id = p.Id, name = NameOf(p), description = p.Descriptions.GetAt(0).Value, is_active = p.Active, slot_type = p.SlotType,
                updated_at = p.Updated.Written(), categories,
            };
    }

    private object Of(Category c) => Newer
        ? new { id = c.Id, name = c.Names["de"], name_translations = c.Names, age_from = c.AgeFrom, age_to = c.AgeTo }
        : new { id = c.Id, name = c.Names["de"], age_from = c.AgeFrom, age_to = c.AgeTo };

    private object Of(Slot slot) => new
    {
        slot_type = slot.Product.SlotType,
        starts_at = slot.StartsAt.Written(),
        closing_at = slot.ClosingAt?.Written(),
        availability_count = state.Left(slot),
        prices = slot.Product.Categories.Select(c => new
        {
            category_id = c.Id, price_in_cents = slot.Product.PriceOf(c, slot.StartsAt), min_quantity = c.MinQuantity, max_quantity = c.MaxQuantity,
            allow_zero_quantity = c.AllowZero,
        }),
    };

    private static string NameOf(Product product) => product.Names.GetAt(0).Value;
}
