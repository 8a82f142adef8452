using Portal.Core.Languages;
using Portal.Core.Mail;

namespace Portal.Tests.Mail;

public sealed class CustomerLetterTests
{
    private static readonly Guid Link = Guid.Parse("0195a1b2-0000-7000-8000-000000000001");

    public static TheoryData<string, GuestMailKind> EveryLanguageAndKind
    {
        get
        {
            var all = new TheoryData<string, GuestMailKind>();
            foreach (var language in CustomerLanguage.All)
                foreach (var kind in Enum.GetValues<GuestMailKind>())
                    all.Add(language.Code, kind);
            return all;
        }
    }

    private static GuestsForCustomer About(string language, GuestMailKind kind) => new(
        Link, "Ada <Byron>", "Sun & Sea", "help@sun.example", "K7-4711", ["Match <b>A</b>, day, Stadium"], language, kind, 2, 5, new DateTime(2027, 3, 12, 17, 0, 0, DateTimeKind.Utc), "Europe/Madrid");

    private static async Task<MailText> RenderedAsync(MailContent content)
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a", content);
        Assert.Equal(1, await room.Sender().RunAsync(default));
        return room.Server.Taken.Single().Text;
    }

    private static int Count(string text, string what) => text.Split(what).Length - 1;

    [Theory]
    [MemberData(nameof(EveryLanguageAndKind))]
    public async Task Guest_data_are_asked_for_in_the_customer_s_language(string code, GuestMailKind kind)
    {
        var language = CustomerLanguage.Get(code);

        var mail = await RenderedAsync(About(code, kind));

        Assert.Contains("K7-4711", mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith(language.Words.Mail.GreetingByName.With(("name", "Ada <Byron>")), mail.Plain, StringComparison.Ordinal);
        Assert.Contains(language.Instant(new DateTime(2027, 3, 12, 17, 0, 0, DateTimeKind.Utc), "Europe/Madrid"), mail.Plain, StringComparison.Ordinal);
        Assert.Contains("Sun & Sea", mail.Plain, StringComparison.Ordinal);
        Assert.Contains("help@sun.example", mail.Plain, StringComparison.Ordinal);
        Assert.Equal(1, Count(mail.Plain, "https://"));
        Assert.Equal(1, Count(mail.Html, "href="));
        Assert.Contains($"href=\"https://portal.example/g/{Link:N}\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{code}\">", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Ada &lt;Byron&gt;", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Match &lt;b&gt;A&lt;/b&gt;", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.Equal(1, Count(mail.Plain, "Byron"));
        Assert.DoesNotContain('{', mail.Plain + mail.Subject);
        foreach (var paragraph in mail.Plain.Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(p => !p.Contains("https://", StringComparison.Ordinal)))
            Assert.Contains($">{paragraph.Trim()}</p>", System.Net.WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_kind_says_something_else_and_nobody_s_name_is_made_up()
    {
        var subjects = await Task.WhenAll(Enum.GetValues<GuestMailKind>().Select(async kind => (await RenderedAsync(About("de", kind) with { Name = null })).Subject));
        Assert.Equal(4, subjects.Distinct().Count());

        var mail = await RenderedAsync(About("de", GuestMailKind.First) with { Name = null, AgencyEmail = null, DueAt = null });
        Assert.StartsWith("Guten Tag,\n\nfür die Buchung K7-4711", mail.Plain, StringComparison.Ordinal);
        Assert.EndsWith("Fragen? Sun & Sea hilft Ihnen gern weiter.\n", mail.Plain, StringComparison.Ordinal);
        Assert.DoesNotContain("bis", mail.Plain.Split("\n\n")[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_whose_link_was_revoked_is_not_sent()
    {
        await using var room = await MailRoom.OpenAsync();
        await room.QueueAsync("a", About("en", GuestMailKind.First) with { LinkId = Guid.Empty });

        Assert.Equal(0, await room.Sender().RunAsync(default));

        Assert.Equal(MailState.Failed, (await room.ReadAsync("a")).State);
    }

    [Theory]
    [InlineData("en", "Your tickets, booking K7-4711", "2 of 3 can be used now")]
    [InlineData("de", "Ihre Tickets, Buchung K7-4711", "2 von 3 können Sie jetzt verwenden")]
    [InlineData("fr", "Vos billets, réservation K7-4711", "2 sur 3")]
    [InlineData("es", "Sus entradas, reserva K7-4711", "2 de 3")]
    [InlineData("nl", "Uw tickets, boeking K7-4711", "2 van 3")]
    [InlineData("it", "I Suoi biglietti, prenotazione K7-4711", "2 di 3")]
    [InlineData("ca", "Les seves entrades, reserva K7-4711", "2 de 3")]
    public async Task Tickets_are_sent_in_the_customer_s_language_too(string code, string subject, string ready)
    {
        var mail = await RenderedAsync(new TicketsForCustomer(Link, "Ada", "Kanal", null, "K7-4711", ["3: Match"], 3, 2, "14 March", code));

        Assert.Equal(subject, mail.Subject);
        Assert.Contains(ready, mail.Plain, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{code}\">", mail.Html, StringComparison.Ordinal);
    }
}
