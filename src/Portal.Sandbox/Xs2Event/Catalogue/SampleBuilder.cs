using Portal.Sandbox.Xs2Event.Model;

namespace Portal.Sandbox.Xs2Event.Catalogue;

/// <summary>Adds the offers that <see cref="Xs2EventSamples"/> promises to a season.</summary>
internal sealed class SampleBuilder(PretendedCatalogue catalogue, SeasonBuilder season, DateTime anchor)
{
    private readonly Dictionary<string, TicketSample> _made = [];

    public Xs2EventSamples Build()
    {
        var first = Sample(nameof(Xs2EventSamples.NoGuests));
        Sample(nameof(Xs2EventSamples.OtherSupplier), at: first, supplier: 1);
        Sample(nameof(Xs2EventSamples.LastTwo), stock: 2);
        Sample(nameof(Xs2EventSamples.HugeStock), stock: 5000);
        Sample(nameof(Xs2EventSamples.PairsOnly), pairs: true);
        Sample(nameof(Xs2EventSamples.NoMaxMinus1), stock: 6, noMaxMinus1: true);
        Sample(nameof(Xs2EventSamples.MinOrder), minOrder: 4);
        Sample(nameof(Xs2EventSamples.PackageRate), package: true);
        Sample(nameof(Xs2EventSamples.LeadPreCheckout), guests: GuestRules.LeadPreCheckout);
        Sample(nameof(Xs2EventSamples.AllPreCheckout), guests: GuestRules.AllPreCheckout);
        Sample(nameof(Xs2EventSamples.LeadPreDownload), guests: GuestRules.LeadPreDownload);
        Sample(nameof(Xs2EventSamples.AllPreDownload), guests: GuestRules.AllPreDownload);
        Sample(nameof(Xs2EventSamples.MixedGuests), guests: GuestRules.Mixed, nested: true);
        Sample(nameof(Xs2EventSamples.CountryHint), guests: GuestRules.CountryHint);
        Sample(nameof(Xs2EventSamples.OneGuestPerGroup), guests: GuestRules.OnePerGroup);
        Sample(nameof(Xs2EventSamples.SingleGuest), guests: GuestRules.Single);
        Sample(nameof(Xs2EventSamples.MultiPdf), pdfs: 3, sport: "formula1");
        Sample(nameof(Xs2EventSamples.AppTicket), type: "appticket");
        Sample(nameof(Xs2EventSamples.PaperTicket), type: "paper-ticket");
        Sample(nameof(Xs2EventSamples.Collection), type: "collection-stadium");
        Sample(nameof(Xs2EventSamples.Pounds), city: "Glasgow");
        Sample(nameof(Xs2EventSamples.Dollars), city: "Chicago");
        Sample(nameof(Xs2EventSamples.Francs), city: "Zürich");
        Sample(nameof(Xs2EventSamples.Youth), youth: true);
        Sample(nameof(Xs2EventSamples.Disabled), ticketStatus: "disabled");
        Sample(nameof(Xs2EventSamples.UnknownEnums), type: "nfc-wristband", unknown: true);
        Sample(nameof(Xs2EventSamples.SoldOutEvent), eventStatus: "soldout", stock: 0);
        Sample(nameof(Xs2EventSamples.PostponedEvent), eventStatus: "postponed");
        Sample(nameof(Xs2EventSamples.CancelledEvent), eventStatus: "cancelled");
        Sample(nameof(Xs2EventSamples.NoSaleEvent), eventStatus: "nosale");
        Sample(nameof(Xs2EventSamples.ClosedEvent), eventStatus: "closed", inDays: -12);
        Sample(nameof(Xs2EventSamples.UnknownStatusEvent), eventStatus: "rescheduled");
        Sample(nameof(Xs2EventSamples.UnconfirmedDate), confirmed: false, inDays: 150);
        return new Xs2EventSamples(_made);
    }

    private TicketRow Sample(
        string name, TicketRow? at = null, string sport = "soccer", string city = "Rotterdam", int inDays = 45, int stock = 40,
        int supplier = 0, bool pairs = false, bool noMaxMinus1 = false, int minOrder = 1, bool package = false, int pdfs = 1,
        GuestRule? guests = null, bool nested = false, string type = "eticket", bool youth = false, bool unknown = false,
        bool confirmed = true, string eventStatus = "notstarted", string ticketStatus = "available")
    {
        var number = _made.Count;
        var plan = Sports.All.First(p => p.Sport == sport);
        var of = at?.Event ?? season.MakeEvent(
            plan, Cities.All.First(c => c.Name == city), number, anchor.Date.AddDays(inDays + number).AddHours(20), "sample " + name);
        of.Status = eventStatus;
        of.DateConfirmed = confirmed;
        var seat = unknown ? new SeatPlan("Sky Box", "skybox", 1m)
            : Seats.In(plan.Venue).First(s => s.Youth == youth && s.Type == "grandstand" && (at is null || s.Name != at.Category.Name));
        var ticket = catalogue.Add(new TicketRow
        {
            Id = Ids.Of("ticket sample " + name, number % 2 == 0 ? "_tck" : "_spt"),
            Event = of,
            Category = catalogue.CategoryIn(of.Venue, seat),
            Supplier = PretendedCatalogue.Suppliers[supplier],
            Title = package ? $"{seat.Name} (package of 2)" : seat.Name,
            TargetGroup = youth ? "youth" : "adult",
            Youth = youth,
            Type = type,
            Validity = pdfs > 1 ? "weekend" : "singleday",
            Currency = of.Venue.City.Currency,
            NetRate = 4500 + number * 100,
            FaceValue = 4000 + number * 100,
            Stock = stock,
            MinOrder = minOrder,
            PairsOnly = pairs,
            NoMaxMinus1 = noMaxMinus1,
            PackageRate = package,
            OtherFlags = unknown ? ["moonlit_row"] : [],
            Guests = guests ?? GuestRule.None,
            NestedRequirements = nested,
            PdfCount = pdfs,
            Status = ticketStatus,
            Created = of.Created,
            Updated = of.Updated,
        });
        _made[name] = new TicketSample(of.Id, ticket.Id, ticket.NetRate, ticket.Currency, ticket.Stock);
        return ticket;
    }
}
