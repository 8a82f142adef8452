using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Portal.Sandbox.Http;
using Portal.Sandbox.Mail;

namespace Portal.Sandbox.Control;

/// <summary>The pages under <c>/sandbox</c> and <c>/mailbox</c>, and the same as JSON under <c>/sandbox/api</c>.</summary>
internal sealed class ControlRoutes(
    SandboxClock clock, Ledger ledger, Scenarios scenarios, Mailbox mailbox,
    IReadOnlyList<PretendedProvider> providers, IReadOnlyCollection<string> operations)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var names = providers.Select(p => p.Name).ToList();
        routes.MapGet("/", context =>
        {
            context.Response.Redirect("/sandbox");
            return Task.CompletedTask;
        });
        routes.MapGet("/sandbox", context => Page.SendAsync(context, "Control", "/sandbox", names, ControlPage.Draw(clock, ledger, scenarios, operations)));
        foreach (var provider in providers)
            routes.MapGet("/sandbox/" + provider.Name, context => Page.SendAsync(
                context, provider.Name, "/sandbox/" + provider.Name, names, provider.Panel(context.Request.Query["find"].ToString())));
        routes.MapGet("/mailbox", context => Page.SendAsync(context, "Mailbox", "/mailbox", names, MailboxPage.List(mailbox)));
        routes.MapGet("/mailbox/{id}", context => mailbox.Find(Id(context)) is { } letter
            ? Page.SendAsync(context, letter.Subject, "", names, MailboxPage.One(letter))
            : NotFound(context));
        routes.MapGet("/mailbox/{id}/html", ShowHtml);

        var acts = new ControlActs(routes);
        MapActs(acts);
        foreach (var provider in providers) provider.MapControl(acts);
    }

    private void MapActs(ControlActs acts)
    {
        acts.Get("", _ => new { now = clock.Now, offset_seconds = clock.Offset.TotalSeconds, operations, calls = ledger.Calls.Count, things = ledger.Things.Count, scenarios = scenarios.Active.Select(Shape) });
        acts.Post("/clock", "/sandbox#clock", i =>
        {
            clock.Advance(i.Whole("minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : TimeSpan.FromSeconds(i.Whole("seconds") ?? throw new FormatException("minutes or seconds is missing.")));
            return new { now = clock.Now };
        });
        acts.Get("/scenarios", _ => scenarios.Active.Select(Shape));
        acts.Post("/scenarios", "/sandbox#wrong", i => Shape(scenarios.Add(Read(i))));
        acts.Post("/scenarios/{id:int}/off", "/sandbox#wrong", Off);
        acts.Delete("/scenarios/{id:int}", Off);
        acts.Delete("/scenarios", _ =>
        {
            scenarios.Clear();
            return null;
        });
        acts.Get("/ledger/calls", i => ledger.Calls.Where(c => i.Text("operation") is not { } o || c.Operation == o).TakeLast((int)(i.Whole("take") ?? 200)).Select(Shape));
        acts.Get("/ledger/things", i => ledger.Things.Where(t => (i.Text("provider") is not { } p || t.Provider == p) && (i.Text("kind") is not { } k || t.Kind == k)).Select(Shape));
        acts.Post("/ledger/forget", "/sandbox#calls", _ =>
        {
            ledger.ForgetCalls();
            return null;
        });
        acts.Get("/mail", i => mailbox.Letters.Where(l => i.Text("to") is not { } to || l.To.Contains(to, StringComparer.OrdinalIgnoreCase)).Select(Shape));
        acts.Get("/mail/{id}", i => Shape(mailbox.Find(i.Part("id")) ?? throw new KeyNotFoundException()));
        acts.Post("/mail/clear", "/mailbox", _ =>
        {
            mailbox.Clear();
            return null;
        });
    }

    private object? Off(ControlInput input) =>
        scenarios.Remove((int)long.Parse(input.Part("id"), null)) ? null : throw new KeyNotFoundException();

    private Scenario Read(ControlInput i)
    {
        var operation = i.Needed("operation");
        if (!operation.EndsWith("/*", StringComparison.Ordinal) && !operations.Contains(operation)) throw new FormatException($"'{operation}' is not an operation.");
        if (i.Text("kind") is null) throw new FormatException("kind is missing.");
        return new Scenario(operation, i.Word<ScenarioKind>("kind", default))
        {
            Match = i.Text("match"),
            Times = (int?)i.Whole("times"),
            Silence = i.Word("silence", Silence.Drop),
            Left = (int)(i.Whole("left") ?? 0),
            NewRate = i.Whole("new_rate") ?? 0,
            Milliseconds = (int)(i.Whole("milliseconds") ?? 0),
        };
    }

    private static object Shape(Scenario s) => new
    {
        id = s.Id, operation = s.Operation, kind = s.Kind.ToString(), match = s.Match, times = s.Times, silence = s.Silence.ToString(),
        left = s.Left, new_rate = s.NewRate, milliseconds = s.Milliseconds,
    };

    private static object Shape(LedgerCall c) => new
    {
        number = c.Number, at = c.At, provider = c.Provider, operation = c.Operation, method = c.Method, path = c.Path, query = c.Query,
        key = c.Key, request_body = c.RequestBody, status = c.Status, response_body = c.ResponseBody, outcome = c.Outcome,
    };

    private static object Shape(LedgerThing t) => new
    {
        provider = t.Provider, kind = t.Kind, id = t.Id, state = t.State, reference = t.Reference, made = t.Made, changed = t.Changed,
    };

    private static object Shape(Letter l) =>
        new { id = l.Id, received = l.Received, from = l.From, to = l.To, subject = l.Subject, text = l.Text, html = l.Html };

    private static string Id(HttpContext context) => context.Request.RouteValues["id"]?.ToString() ?? "";

    private Task ShowHtml(HttpContext context)
    {
        if (mailbox.Find(Id(context))?.Html is not { } html) return NotFound(context);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
        return context.Response.Body.WriteAsync(MailboxPage.Frame(html)).AsTask();
    }

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
