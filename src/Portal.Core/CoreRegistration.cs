using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Core.Agencies;
using Portal.Core.Audit;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Deadlines;
using Portal.Core.Desk;
using Portal.Core.Enablement;
using Portal.Core.GuestLinks;
using Portal.Core.GuestLists;
using Portal.Core.Guests;
using Portal.Core.Invoices;
using Portal.Core.Ledger;
using Portal.Core.Lifecycles;
using Portal.Core.Links;
using Portal.Core.Mail;
using Portal.Core.Payments;
using Portal.Core.Persistence;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Core.Reports;
using Portal.Core.Tickets;

namespace Portal.Core;

/// <summary>THE LIST OF VERBS: what pages, endpoints and jobs can ask of the portal, noun by noun.</summary>
public static class CoreRegistration
{
    public static IServiceCollection AddPortalCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<PortalProcess>();
        services.AddSingleton<ProviderDirectory>();
        services.AddSingleton<PortalKeys>();

        // Prices
        services.AddSingleton<ReadTerms>();
        services.AddSingleton<ReadPrices>();
        services.AddSingleton<SavePriceRule>();
        services.AddSingleton<RemovePriceRule>();
        services.AddSingleton<TryPrice>();
        services.AddSingleton<PreviewPriceRule>();
        services.AddSingleton<EnterRates>();

        // Catalogue
        services.AddSingleton<ConnectionSeal>();
        services.AddSingleton<ConnectionBook>();
        services.AddSingleton<SeedConnections>();
        services.AddSingleton<RefreshCatalog>();
        services.AddSingleton<RefreshDueCatalogs>();
        services.AddSingleton<ListNextDates>();
        services.AddSingleton<GroupEvents>();
        services.AddSingleton<FindJoinable>();
        services.AddSingleton<SearchEvents>();
        services.AddSingleton<ReadFacets>();
        services.AddSingleton<ReadOffers>();
        services.AddSingleton<QuoteSessions>();
        services.AddSingleton<ReadSession>();
        services.AddSingleton<ReadSellers>();
        services.AddSingleton<ReadSeatMap>();
        services.AddSingleton<ReadWeather>();

        // Enablement
        services.AddSingleton<ReadEnablementMatrix>();
        services.AddSingleton<SwitchPromoter>();
        services.AddSingleton<SwitchChannel>();
        services.AddSingleton<ChooseChannel>();
        services.AddSingleton<SetException>();
        services.AddSingleton<PreviewEnablement>();
        services.AddSingleton<TraceEnablement>();

        // Carts and holds
        services.AddSingleton<OpenCart>();
        services.AddSingleton<StartCart>();
        services.AddSingleton<ChooseCart>();
        services.AddSingleton<NameCart>();
        services.AddSingleton<CheckLine>();
        services.AddSingleton<PlaceLines>();
        services.AddSingleton<AskHold>();
        services.AddSingleton<RecordHold>();
        services.AddSingleton<AddToCart>();
        services.AddSingleton<ChangeLine>();
        services.AddSingleton<RemoveLine>();
        services.AddSingleton<EndHold>();
        services.AddSingleton<HoldAgain>();
        services.AddSingleton<AcceptChange>();
        services.AddSingleton<NoteCheckout>();
        services.AddSingleton<NoteBuyer>();
        services.AddSingleton<SendBuyer>();
        services.AddSingleton<StepHold>();
        services.AddSingleton<ApplyPromotion>();
        services.AddSingleton<ReadSwaps>();
        services.AddSingleton<SwapLine>();
        services.AddSingleton<ReadCart>();
        services.AddSingleton<ReadCartMark>();
        services.AddSingleton<ExpireHolds>();
        services.AddSingleton<RecoverHolds>();
        services.AddSingleton<LookUpHolds>();

        // Guests
        services.AddSingleton<GuestSeal>();
        services.AddSingleton<ReadRequirements>();
        services.AddSingleton<PrepareGuests>();
        services.AddSingleton<SaveGuest>();
        services.AddSingleton<SendGuests>();
        services.AddSingleton<GuestTyping>();
        services.AddSingleton<WakeGuestLists>();
        services.AddSingleton<MeasureGuests>();
        services.AddSingleton<ReadLateList>();
        services.AddSingleton<SubmitGuests>();
        services.AddSingleton<KeepGuestLists>();
        services.AddSingleton<ReadGuestAddress>();
        services.AddSingleton<ChaseGuests>();
        services.AddSingleton<ReadGuestProgress>();
        services.AddSingleton<FindGuestProgress>();
        services.AddSingleton<ReadGuestRule>();
        services.AddSingleton<SetGuestRule>();
        services.AddSingleton<ReadGuestForm>();
        services.AddSingleton<CopyLead>();
        services.AddSingleton<SeatGuest>();
        services.AddSingleton<FindKnownGuests>();
        services.AddSingleton<UseKnownGuest>();
        services.AddSingleton<ApplyGuestList>();
        services.AddSingleton<ExportGuests>();
        services.AddSingleton<ExportPerson>();
        services.AddSingleton<EraseGuest>();
        services.AddSingleton<EraseBookings>();
        services.AddSingleton<EraseCarts>();
        services.AddSingleton<EraseGuests>();

        // Bookings and orders
        services.AddSingleton<CustomerSeal>();
        services.AddSingleton<FindAnything>();
        services.AddSingleton<CheckCart>();
        services.AddSingleton<CheckOutCart>();
        services.AddSingleton<AdvanceBooking>();
        services.AddSingleton<BuyerSeal>();
        services.AddSingleton<AskOrder>();
        services.AddSingleton<UndoOrder>();
        services.AddSingleton<AskOperation>();
        services.AddSingleton<RecordOperation>();
        services.AddSingleton<BeginOperation>();
        services.AddSingleton<PurchaseItems>();
        services.AddSingleton<CancelItems>();
        services.AddSingleton<CancelBooking>();
        services.AddSingleton<NoteReturned>();
        services.AddSingleton<SettleOperation>();
        services.AddSingleton<SettleOrder>();
        services.AddSingleton<LookUpOperations>();
        services.AddSingleton<RecordOrder>();
        services.AddSingleton<TryOrderAgain>();
        services.AddSingleton<ReturnToCart>();
        services.AddSingleton<RecoverOrders>();
        services.AddSingleton<LookUpOrders>();
        services.AddSingleton<CarryOnBookings>();
        services.AddSingleton<ReadBackOrders>();
        services.AddSingleton<RecordFulfilments>();
        services.AddSingleton<DownloadFile>();
        services.AddSingleton<ReadCheckout>();
        services.AddSingleton<FindCheckout>();
        services.AddSingleton<ReadBooking>();
        services.AddSingleton<ReadBookingMark>();
        services.AddSingleton<ReadCall>();
        services.AddSingleton<FindBookings>();
        services.AddSingleton<ReadDailySales>();
        services.AddSingleton<ReadViews>();
        services.AddSingleton<KeepView>();
        services.AddSingleton<RenameView>();
        services.AddSingleton<DropView>();

        // The ledger
        services.AddSingleton<ReadExposure>();

        // Customers' links
        services.AddSingleton<RecipientSeal>();
        services.AddSingleton<MakeCustomerLink>();

        // Customers' guest data
        services.AddSingleton<GuestPageReading>();
        services.AddSingleton<GuestPagePass>();
        services.AddSingleton<SendGuestLink>();
        services.AddSingleton<RevokeGuestLink>();
        services.AddSingleton<ReadGuestSending>();
        services.AddSingleton<OpenGuestPage>();
        services.AddSingleton<ChooseGuestLanguage>();
        services.AddSingleton<SaveGuestByLink>();

        // Tickets
        services.AddSingleton<ReadVouchers>();
        services.AddSingleton<ReadSending>();
        services.AddSingleton<SendTickets>();
        services.AddSingleton<RevokeTicketLink>();
        services.AddSingleton<OpenTickets>();
        services.AddSingleton<DownloadSentTicket>();

        // Payments, and what becomes of what is booked
        services.AddSingleton<RecordPayment>();
        services.AddSingleton<RefundPayment>();
        services.AddSingleton<GiveUpItems>();
        services.AddSingleton<UndoGiveUp>();
        services.AddSingleton<TellAgent>();
        services.AddSingleton<ConvertOrder>();
        services.AddSingleton<ConvertBookings>();
        services.AddSingleton<ChaseDeadlines>();
        services.AddSingleton<FindDeadlines>();
        services.AddSingleton<ReadConversion>();
        services.AddSingleton<SetConversion>();

        // Agencies' accounts, invoices and reports
        services.AddSingleton<ReadAccount>();
        services.AddSingleton<ReadAgencies>();
        services.AddSingleton<ReadStatement>();
        services.AddSingleton<SetCredit>();
        services.AddSingleton<SetAddress>();
        services.AddSingleton<RecordSettlement>();
        services.AddSingleton<CorrectAccount>();
        services.AddSingleton<ReadUnbilled>();
        services.AddSingleton<IssueInvoices>();
        services.AddSingleton<ReadInvoices>();
        services.AddSingleton<ReadReport>();

        // The desk
        services.AddSingleton<ReadDesk>();
        services.AddSingleton<SeeNotice>();

        // Agencies and people: in a scope, as Identity's stores are
        services.AddScoped<PrepareAccounts>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<SwitchPerson>();
        services.AddScoped<AskForPassword>();
        services.AddSingleton<ReadPeople>();
        services.AddSingleton<ReadSeat>();

        // Mail: rendering asks Identity for links
        services.AddSingleton<MailSeal>();
        services.AddSingleton<QueueMail>();
        services.AddScoped<MailTemplates>();
        services.AddScoped<SendMail>();
        services.AddSingleton<FindMails>();
        services.AddSingleton<RetryMail>();
        return services;
    }
}
