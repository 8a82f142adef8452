using System.Globalization;
using Portal.Core.Carts;
using Portal.Core.Catalog;

namespace Portal.Core.Languages;

/// <summary>A language in which customers read their pages and mails.</summary>
public sealed class CustomerLanguage
{
    private readonly Lazy<IReadOnlyList<(string Alpha3, string Name)>> countries;

    private CustomerLanguage(string code, string ownName, string culture, CustomerWords words)
    {
        (Code, OwnName, Culture, Words) = (code, ownName, CultureInfo.GetCultureInfo(culture), words);
        countries = new(() => CountryWords.In(Culture));
    }

    public static readonly CustomerLanguage English = new("en", "English", "en-GB", Languages.English.Words);

    public static readonly IReadOnlyList<CustomerLanguage> All =
    [
        English,
        new("de", "Deutsch", "de-DE", German.Words),
        new("fr", "Français", "fr-FR", French.Words),
        new("es", "Español", "es-ES", Spanish.Words),
        new("nl", "Nederlands", "nl-NL", Dutch.Words),
        new("it", "Italiano", "it-IT", Italian.Words),
        new("ca", "Català", "ca-ES", Catalan.Words),
    ];

    /// <summary>ISO 639-1.</summary>
    public string Code { get; }

    /// <summary>As those who speak it call it.</summary>
    public string OwnName { get; }

    public CultureInfo Culture { get; }

    public CustomerWords Words { get; }

    /// <summary>Countries in this language, in its alphabet's order.</summary>
    public IReadOnlyList<(string Alpha3, string Name)> Countries => countries.Value;

    /// <summary>The language of that code; null when it is none of ours.</summary>
    public static CustomerLanguage? Find(string? code) => All.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language of that code; English when it is none of ours.</summary>
    public static CustomerLanguage Get(string? code) => Find(code) ?? English;

    /// <summary>The one of ours that a browser likes best.</summary>
    /// <param name="acceptLanguage">The header, as in <c>de-CH, fr;q=0.8</c>; English when it names none of ours.</param>
    public static CustomerLanguage BestOf(string? acceptLanguage) => (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(range => (Language: Find(range.Split(';', '-')[0].Trim()), Weight: Weight(range)))
        .Where(wish => wish is { Language: not null, Weight: > 0 })
        .OrderByDescending(wish => wish.Weight).FirstOrDefault().Language ?? English;

    /// <summary><c>Saturday, 14 March 2027</c>.</summary>
    public string Day(DateTime local) => local.ToString(Culture.DateTimeFormat.LongDatePattern, Culture);

    /// <summary><c>Saturday, 14 March 2027, 20:45</c>.</summary>
    public string Moment(DateTime local) =>
        Words.Page.DayAndTime.With(("day", Day(local)), ("time", local.ToString(Culture.DateTimeFormat.ShortTimePattern, Culture)));

    /// <summary>An instant on the clock of a venue, and that it is that clock.</summary>
    /// <param name="utc">The instant.</param>
    /// <param name="zone">IANA zone; where it is unknown to us or to this machine, UTC is shown.</param>
    public string Instant(DateTime utc, string? zone) => zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var info)
        ? Words.Page.AtVenue.With(("when", Moment(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), info))))
        : $"{Moment(utc)} UTC";

    /// <summary>Where a customer may ask.</summary>
    /// <param name="agency">Who sold it.</param>
    /// <param name="email">Its address; null when not known.</param>
    public string Questions(string agency, string? email) =>
        email is null ? Words.Page.Questions.With(("agency", agency)) : Words.Page.QuestionsByMail.With(("agency", agency), ("email", email));

    /// <summary>When an event begins, as its tickets say it.</summary>
    /// <param name="what">The event; an hour is left out where none is known: of an open day, midnight is not the start.</param>
    public string Start(EventAndTime what) => what.StartLocal.TimeOfDay == TimeSpan.Zero ? Day(what.StartLocal) : Moment(what.StartLocal);

    /// <summary>What, when and where in one line.</summary>
    public string Line(EventAndTime what) => string.Join(", ", new[] { what.Name, Start(what), what.Venue, what.City }.Where(p => !string.IsNullOrEmpty(p)));

    private static double Weight(string range) =>
        range.Split(';').Select(part => part.Trim()).FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is not { } weight ? 1
        : double.TryParse(weight.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
