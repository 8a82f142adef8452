namespace Portal.Sandbox.Control;

/// <summary>The first page: the clock, what is to go wrong, what happened.</summary>
internal static class ControlPage
{
    private const int CallsShown = 60;
    private const int ThingsShown = 40;

    public static Markup Draw(SandboxClock clock, Ledger ledger, Scenarios scenarios, IReadOnlyCollection<string> operations) => Markup.Of($"""
        <section aria-labelledby="clock"><h2 id="clock">Clock</h2>
        <p>It is <strong>{clock.Now}</strong> UTC here, {clock.Offset} ahead.</p>
        <form method="post" action="/sandbox/clock"><label>Minutes forward<input name="minutes" type="number" min="1" max="525600" value="10" required></label><button>Advance</button></form></section>
        <section aria-labelledby="wrong"><h2 id="wrong">What is to go wrong</h2>{Form(operations)}{Active(scenarios)}</section>
        <section aria-labelledby="calls"><h2 id="calls">Calls</h2>
        {Page.Button("/sandbox/ledger/forget", "Forget calls")}
        {Page.Table($"The last {CallsShown} calls, newest first", ["At", "Operation", "Call", "Answer"], [.. ledger.Calls.Reverse().Take(CallsShown).Select(Row)])}</section>
        <section aria-labelledby="things"><h2 id="things">What was made</h2>
        {Page.Table($"The last {ThingsShown}, newest first", ["Made", "Kind", "State", "Id", "Reference"], [.. ledger.Things.Reverse().Take(ThingsShown).Select(Row)])}</section>
        """);

    private static Markup Form(IReadOnlyCollection<string> operations) => Markup.Of($"""
        <form method="post" action="/sandbox/scenarios">
        <label>Operation<select name="operation">{operations.Select(o => Markup.Of($"<option>{o}</option>"))}</select></label>
        <label>What<select name="kind">{Enum.GetNames<ScenarioKind>().Select(k => Markup.Of($"<option>{k}</option>"))}</select></label>
        <label>Times (empty: until off)<input name="times" type="number" min="1" value="1"></label>
        <label>Only for id<input name="match" size="12"></label>
        <label>Silence<select name="silence"><option>Drop</option><option>Hang</option></select></label>
        <label>Left (SoldOut)<input name="left" type="number" min="0" value="0"></label>
        <label>New rate (PriceUp)<input name="new_rate" type="number" min="0" value="9900"></label>
        <label>Milliseconds (Slow)<input name="milliseconds" type="number" min="0" value="3000"></label>
        <button>Switch on</button></form>
        """);

    private static Markup Active(Scenarios scenarios) => Page.Table("Switched on", ["Operation", "What", "Times", "Only for", "Do"],
        [.. scenarios.Active.Select(s => Markup.Of($"""
            <tr><td>{s.Operation}</td><td>{Told(s)}</td><td>{(s.Times?.ToString(null, null) ?? "until off")}</td><td class="id">{s.Match}</td>
            <td>{Page.Button($"/sandbox/scenarios/{s.Id}/off", "Off", $"{s.Kind} on {s.Operation}")}</td></tr>
            """))]);

    private static string Told(Scenario s) => s.Kind switch
    {
        ScenarioKind.SoldOut => $"SoldOut, {s.Left} left",
        ScenarioKind.PriceUp => $"PriceUp to {s.NewRate}",
        ScenarioKind.Slow => $"Slow, {s.Milliseconds} ms",
        ScenarioKind.SilentBefore or ScenarioKind.SilentAfter => $"{s.Kind}, {s.Silence}",
        _ => s.Kind.ToString(),
    };

    private static Markup Row(LedgerCall c) => Markup.Of($"""
        <tr><td>{c.At}</td><td>{c.Operation}</td>
        <td class="id">{c.Method} {c.Path}{(c.Query.Length > 0 ? " " + c.Query : "")}<details><summary>Bodies</summary><pre>{c.RequestBody}</pre><pre>{c.ResponseBody}</pre></details></td>
        <td class="{(c.Status is >= 200 and < 300 ? "good" : "bad")}">{(c.Status?.ToString(null, null) ?? "no answer")}{(c.Outcome == "answered" ? "" : " · " + c.Outcome)}</td></tr>
        """);

    private static Markup Row(LedgerThing t) => Markup.Of(
        $"<tr><td>{t.Made}</td><td>{t.Provider} {t.Kind}</td><td>{t.State}</td><td class=\"id\">{t.Id}</td><td class=\"id\">{t.Reference}</td></tr>");
}
