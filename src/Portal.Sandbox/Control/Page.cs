using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Sandbox.Control;

/// <summary>The frame of the sandbox's own pages: no script, forms to itself only, light or dark as the browser wishes.</summary>
internal static class Page
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#8884;--soft:#8881;--bad:#b3261e;--good:#1b6e3c;--link:#0b57d0}
        @media(prefers-color-scheme:dark){:root{--bad:#ffb4ab;--good:#8fdaa8;--link:#a8c7fa}}
        *{box-sizing:border-box}html{background:Canvas;color:CanvasText}body{font:15px/1.5 system-ui,sans-serif;margin:0 auto;max-width:72rem;padding:0 1rem 3rem}
        a{color:var(--link)}h1{font-size:1.4rem;margin:1rem 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}
        nav{display:flex;flex-wrap:wrap;gap:1rem;padding:.75rem 0;border-bottom:1px solid var(--line)}
        nav a[aria-current]{font-weight:600;text-decoration:none}
        form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:.25rem 0}label{display:grid;font-size:.85rem}
        input,select,button{font:inherit;padding:.4rem .5rem;min-height:2.25rem;max-width:100%;border:1px solid #888;border-radius:.3rem;background:Canvas;color:CanvasText}
        button{cursor:pointer;background:ButtonFace;color:ButtonText}:focus-visible{outline:3px solid var(--link);outline-offset:1px}
        .wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
        caption{text-align:left}.id,pre{font-family:ui-monospace,monospace;font-size:.8rem;overflow-wrap:anywhere}pre{white-space:pre-wrap;margin:.25rem 0;background:var(--soft);padding:.5rem}
        .bad{color:var(--bad)}.good{color:var(--good)}.note{font-size:.9rem}@media(max-width:40rem){thead{position:absolute;clip-path:inset(50%)}table,tbody,tr,td,caption{display:block}tr{border-bottom:1px solid var(--line);padding:.5rem 0}td{border:0;padding:.1rem 0}}
        iframe{width:100%;height:60vh;border:1px solid var(--line);background:#fff}
        """;

    public static Task SendAsync(HttpContext context, string title, string here, IEnumerable<string> panels, Markup body)
    {
        var html = Markup.Of($"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{title} · Sandbox</title><style>{new Markup(Style)}</style></head><body>
            <nav aria-label="Sandbox">{Link("/sandbox", "Control", here)}{panels.Select(p => Link("/sandbox/" + p, p, here))}{Link("/mailbox", "Mailbox", here)}</nav>
            <main><h1>{title}</h1>{body}</main></body></html>
            """);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers["X-Content-Type-Options"] = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(html.Html)).AsTask();
    }

    /// <summary>A table that scrolls by itself on a narrow screen.</summary>
    public static Markup Table(string caption, IReadOnlyList<string> heads, IReadOnlyCollection<Markup> rows) => rows.Count == 0
        ? Markup.Of($"<p class=\"note\">{caption}: none.</p>")
        : Markup.Of($"""
            <div class="wide" role="region" aria-label="{caption}" tabindex="0"><table><caption class="note">{caption}</caption>
            <thead><tr>{heads.Select(h => Markup.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead><tbody>{rows}</tbody></table></div>
            """);

    /// <summary>A form of one button.</summary>
    public static Markup Button(string action, string text, string? about = null) => Markup.Of(
        $"<form method=\"post\" action=\"{action}\"><button aria-label=\"{text} {about}\">{text}</button></form>");

    private static Markup Link(string to, string text, string here) => to == here
        ? Markup.Of($"<a href=\"{to}\" aria-current=\"page\">{text}</a>")
        : Markup.Of($"<a href=\"{to}\">{text}</a>");
}
