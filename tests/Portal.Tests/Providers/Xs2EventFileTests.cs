using System.Security.Cryptography;
using System.Text;
using Portal.Core.Providers;

namespace Portal.Tests.Providers;

/// <summary>Files: where they may come from, what goes along, and that they are the promised ones.</summary>
public sealed class Xs2EventFileTests : Xs2EventScripted
{
    private static readonly byte[] Zip = Encoding.UTF8.GetBytes("a bundle");
    private static readonly TicketLink Bundle = new("o1", null, Convert.ToHexStringLower(SHA256.HashData(Zip)));

    [Fact]
    public async Task A_bundle_is_fetched_from_where_the_bare_text_says_without_our_key()
    {
        Server.On("GET /v1/etickets/download/zip/o1", 200, $"\"{Server.BaseUrl}cdn/o1.zip?sig=secret-of-the-cdn\"").On("GET /cdn/o1.zip", 200, Zip, "application/zip");

        var file = (await Provider.DownloadBundleAsync(Call, Bundle, default)).Value!;

        Assert.Equal(Zip, file.Content);
        Assert.Equal(["the-key-of-this-test", ""], Server.Keys);
        Assert.DoesNotContain("secret-of-the-cdn", Bench.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bundle_whose_address_has_run_out_says_nothing_of_our_key()
    {
        Server.On("GET /v1/etickets/download/zip/o1", 200, $"\"{Server.BaseUrl}cdn/o1.zip\"").On("GET /cdn/o1.zip", 403, "expired", "text/plain");

        Assert.Equal(RefusalReason.NotFound, (await Provider.DownloadBundleAsync(Call, Bundle, default)).Refusal!.Reason);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/o1.zip"), InlineData("file:///etc/passwd"), InlineData("o1.zip")]
    public async Task A_bundle_from_an_open_address_elsewhere_is_not_fetched(string address)
    {
        Server.On("GET /v1/etickets/download/zip/o1", 200, $"\"{address}\"");

        var silence = await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.DownloadBundleAsync(Call, Bundle, default));

        Assert.Equal(SilenceKind.Unreadable, silence.Kind);
    }

    [Fact]
    public async Task A_file_that_is_not_the_promised_one_is_silence()
    {
        Server.On("GET /v1/etickets/download/o1/i1/url/ticket 1.pdf", 200, Zip, "application/pdf");
        var link = new TicketLink("o1/i1/ticket%201.pdf", null, Bundle.Sha256);

        Assert.Equal(Zip, (await Provider.DownloadTicketAsync(Call, link, default)).Value!.Content);
        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.DownloadTicketAsync(Call, link with { Sha256 = new string('0', 64) }, default));
    }

    [Theory]
    [InlineData(400), InlineData(404), InlineData(422)]
    public async Task A_file_that_is_not_there_yet_is_a_refusal(int status)
    {
        Server.On("GET /v1/etickets/download/zip/o1", status, "{}").On("GET /v1/bookingorders/o1/invoice/n1", status, "{}");

        Assert.Equal(RefusalReason.NotFound, (await Provider.DownloadBundleAsync(Call, Bundle, default)).Refusal!.Reason);
        Assert.Equal(RefusalReason.NotFound, (await Provider.DownloadInvoiceAsync(Call, "o1/n1", default)).Refusal!.Reason);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_our_key()
    {
        await using var stranger = await ScriptedServer.StartAsync();
        Server.Redirects("GET /v1/tickets", $"{stranger.BaseUrl}v1/tickets");

        await Assert.ThrowsAsync<ProviderSilenceException>(() => Provider.ReadOffersAsync(Call, Line.Session, default));

        Assert.Empty(stranger.Asked);
    }
}
