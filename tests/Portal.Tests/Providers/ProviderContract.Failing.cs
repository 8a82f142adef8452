using System.Net;
using System.Net.Sockets;
using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

public abstract partial class ProviderContract
{
    [Fact]
    public async Task Throttling_of_a_read_is_waited_out()
    {
        Happens(Facts.Operations.Offers, ScenarioKind.Throttled, times: 2);

        Yes(await Provider.ReadOffersAsync(Call(), Plain.Session, default));

        Assert.Equal(3, sandbox.Ledger.CallsOf(Facts.Operations.Offers).Count);
    }

    [Fact]
    public async Task A_read_is_given_up_after_four_tries()
    {
        Happens(Facts.Operations.Offers, ScenarioKind.Throttled, times: null);

        No(RefusalReason.Throttled, await Provider.ReadOffersAsync(Call(), Plain.Session, default));

        Assert.Equal(4, sandbox.Ledger.CallsOf(Facts.Operations.Offers).Count);
    }

    [Fact]
    public async Task A_throttled_hold_and_commit_are_refused_at_once_and_never_repeated()
    {
        var held = await ReadyAsync(Plain);
        Happens(Facts.Operations.Hold, ScenarioKind.Throttled);
        Happens(Facts.Operations.Commit, ScenarioKind.Throttled);
        sandbox.Ledger.ForgetCalls();

        No(RefusalReason.Throttled, await Provider.HoldAsync(Call(), Request(Plain), default));
        No(RefusalReason.Throttled, await Provider.CommitAsync(Call(held.References), Commit(Plain), default));

        Assert.Single(sandbox.Ledger.CallsOf(Facts.Operations.Hold));
        Assert.Single(sandbox.Ledger.CallsOf(Facts.Operations.Commit));
        Assert.Equal(1, Facts.HoldsMade(sandbox));
        Assert.Equal(0, Facts.OrdersMade(sandbox));
    }

    [Theory]
    [InlineData(ScenarioKind.ServerErrorBefore, SilenceKind.ServerError)]
    [InlineData(ScenarioKind.ServerErrorAfter, SilenceKind.ServerError)]
    [InlineData(ScenarioKind.SilentBefore, SilenceKind.ConnectionBroken)]
    [InlineData(ScenarioKind.SilentAfter, SilenceKind.ConnectionBroken)]
    [InlineData(ScenarioKind.Malformed, SilenceKind.Unreadable)]
    public async Task A_write_without_a_usable_answer_is_silence_and_left_once(ScenarioKind kind, SilenceKind expected)
    {
        Happens(Facts.Operations.Hold, kind, times: null);

        var silence = await SilentAsync(Provider.HoldAsync(Call(), Request(Plain), default));

        Assert.Equal(expected, silence.Kind);
        Assert.Single(sandbox.Ledger.CallsOf(Facts.Operations.Hold));
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_silence_after_the_time_out()
    {
        var held = await ReadyAsync(Plain);
        Happens(Facts.Operations.Commit, ScenarioKind.SilentAfter, how: Silence.Hang);
        var impatient = AdapterBench.Call(Facts.Kind, sandbox.BaseUrl, With("WriteTimeoutSeconds", "4.5"), held.References);

        var silence = await SilentAsync(Provider.CommitAsync(impatient, Commit(Plain), default));

        Assert.Equal(SilenceKind.TimedOut, silence.Kind);
        Assert.Equal(1, Facts.OrdersMade(sandbox));
    }

    [Fact]
    public async Task A_host_that_cannot_be_reached_is_a_refusal_and_nothing_was_done()
    {
        var held = await ReadyAsync(Plain);
        var nobody = AdapterBench.Call(Facts.Kind, ClosedPort(), Facts.Settings, held.References);

        No(RefusalReason.Unreachable, await Provider.HoldAsync(nobody, Request(Plain), default));
        No(RefusalReason.Unreachable, await Provider.CommitAsync(nobody, Commit(Plain), default));
        No(RefusalReason.Unreachable, await Provider.LookUpOrderAsync(nobody, Commit(Plain), default));
        No(RefusalReason.Unreachable, await Provider.ReadOffersAsync(nobody, Plain.Session, default));

        Assert.Equal((1, 0), (Facts.HoldsMade(sandbox), Facts.OrdersMade(sandbox)));
    }

    [Fact]
    public async Task A_wrong_key_and_a_missing_one_are_told_apart_from_everything_else()
    {
        var wrong = AdapterBench.Call(Facts.Kind, sandbox.BaseUrl, With(Facts.SecretSetting, "not-the-key-at-all"));
        var none = AdapterBench.Call(Facts.Kind, sandbox.BaseUrl, With(Facts.SecretSetting, ""));

        No(RefusalReason.NotAuthorised, await Provider.HoldAsync(wrong, Request(Plain), default));
        No(RefusalReason.NotAuthorised, await Provider.ReadOffersAsync(wrong, Plain.Session, default));
        var before = sandbox.Ledger.Calls.Count;
        No(RefusalReason.NotAuthorised, await Provider.HoldAsync(none, Request(Plain), default));

        Assert.Equal(before, sandbox.Ledger.Calls.Count);
        Assert.DoesNotContain("not-the-key-at-all", bench.JournalText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_secrets_nor_personal_data_reach_the_journal_or_an_exception()
    {
        var told = new List<string>();
        var line = Facts.WantsGuests(sandbox);
        var call = Call((await HeldAsync(line)).References);
        if (Provider is ITakesEarlyGuests guests)
        {
            var sheets = Filled(Yes(await guests.ReadGuestsAsync(call, null, default)), Typed);
            Yes(await guests.SendGuestsAsync(call, sheets, default));
            Yes(await guests.ReadGuestsAsync(call, null, default));
        }
        call = Call(Yes(await PrepareAsync(call.References, line)).References);
        foreach (var kind in new[] { ScenarioKind.SilentBefore, ScenarioKind.ServerErrorBefore, ScenarioKind.Malformed })
        {
            Happens(Facts.Operations.Commit, kind);
            told.Add((await SilentAsync(Provider.CommitAsync(call, Commit(line), default))).ToString());
        }
        var order = Yes(await Provider.LookUpOrderAsync(call, Commit(line), default)).Order!;
        Yes(await Provider.ReadBackAsync(Call(), [new OrderKey(Guid.NewGuid(), order.References)], default));
        told.Add(bench.JournalText);

        Assert.NotEmpty(bench.Journal);
        foreach (var secret in new[] { Facts.Settings[Facts.SecretSetting], "Quetzalcóatl-Ünïque", "ada.lovelace", "31612345678", "1990-05-17", "orders@agency.example" })
            Assert.All(told, text => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_try_is_in_the_journal_with_subject_status_and_time_and_catalogue_pages_only_when_they_fail()
    {
        var subject = new CallSubject(Guid.NewGuid());
        Happens(Facts.Operations.Hold, ScenarioKind.ServerErrorBefore);
        await SilentAsync(Provider.HoldAsync(Call() with { Subject = subject }, Request(Plain), default));
        await foreach (var _ in Provider.ReadCatalogAsync(Call(), null, default)) { }

        // Some wires make an empty hold first: that call is about the same subject, catalogue pages are about none.
        Assert.All(bench.Journal, e => Assert.Equal(subject.HoldId, e.HoldId));
        var entry = Assert.Single(bench.Journal, e => e.Status == 500);
        Assert.NotNull(entry.RequestBody);
        Assert.NotNull(entry.Silence);
        Assert.Equal(bench.Clock.Now, entry.At);
    }

    private Dictionary<string, string> With(string setting, string value) => new(Facts.Settings) { [setting] = value };

    private static Uri ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return new Uri($"http://127.0.0.1:{port}");
    }
}
