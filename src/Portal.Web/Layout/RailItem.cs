using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Portal.Core.Agencies;

namespace Portal.Web.Layout;

/// <summary>A way in the left rail. It appears once its page exists; there are no links to nowhere.</summary>
internal sealed record RailItem(string Href, string Word, string Icon)
{
    private static readonly FrozenSet<string> Routes = typeof(RailItem).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
        .Select(route => route.Template)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>For everybody who sells.</summary>
    public static readonly IReadOnlyList<RailItem> Selling = Existing(
        new("/", "Home", "home"), new("/search", "Search", "search"), new("/cart", "Cart", "cart"), new("/bookings", "Bookings", "ticket"),
        new("/guests", "Guest data", "people"), new("/deadlines", "Deadlines", "clock"), new("/reports", "Reports", "chart"));

    /// <summary>For admins.</summary>
    public static readonly IReadOnlyList<RailItem> Administration = Existing(
        new("/enablement", "Enablement", "shield"), new("/connections", "Connections", "plug"), new("/people", "People", "people"), new("/agencies", "Agencies", "house"), new("/invoices", "Invoices", "sheet"),
        new("/prices", "Prices", "tag"), new("/mails", "Mails", "mail"), new("/jobs", "Jobs", "gear"), new("/audit", "Audit", "list"));

    /// <summary>For managers of an agency.</summary>
    public static readonly IReadOnlyList<RailItem> Management = Existing(
        new("/people", "People", "people"), new("/agency", "Account", "purse"), new("/invoices", "Invoices", "sheet"), new("/mails", "Mails", "mail"));

    /// <summary>For agents: how far they may still sell.</summary>
    private static readonly IReadOnlyList<RailItem> Desk = Existing(new RailItem("/agency", "Account", "purse"));

    /// <summary>What somebody runs beside selling; empty for those who only sell.</summary>
    public static IReadOnlyList<RailItem> RunBy(Seat? seat) => seat switch
    {
        { IsAdmin: true } => Administration,
        { Role: Roles.Manager } => Management,
        { AgencyName: not null } => Desk,
        _ => [],
    };

    private static RailItem[] Existing(params ReadOnlySpan<RailItem> items) => [.. items.ToArray().Where(item => Routes.Contains(item.Href))];
}
