using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Accounts;

/// <summary>Somebody with a browser that runs no script: opens pages, fills forms, keeps cookies.</summary>
public sealed class Visitor(HttpClient browser)
{
    private IDocument? page;

    public IDocument Page => page ?? throw new InvalidOperationException("No page is open.");

    public string Path { get; private set; } = "";

    public int Status { get; private set; }

    public string Text => Page.Body!.TextContent;

    public async Task<Visitor> GoAsync(string path)
    {
        using var response = await browser.GetAsync(new Uri(path, UriKind.Relative));
        return await ShowAsync(response);
    }

    /// <summary>Sends the form of that name on the present page, with its hidden fields and these.</summary>
    public async Task<Visitor> SubmitAsync(string form, params (string Name, string Value)[] typed)
    {
        var found = Page.Forms.Single(f => f.QuerySelector("input[name='_handler']")?.GetAttribute("value") == form);
        var fields = found.QuerySelectorAll<IHtmlInputElement>("input[type='hidden']").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in typed)
            fields[name] = value;
        using var content = new FormUrlEncodedContent(fields);
        using var response = await browser.PostAsync(new Uri(found.GetAttribute("action") ?? Path, UriKind.Relative), content);
        return await ShowAsync(response);
    }

    public async Task<Visitor> SignInAsync(string email, string password, string? returnUrl = null)
    {
        await GoAsync("/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        return await SubmitAsync("sign-in", ("Input.Email", email), ("Input.Password", password));
    }

    private async Task<Visitor> ShowAsync(HttpResponseMessage response)
    {
        Status = (int)response.StatusCode;
        Path = response.RequestMessage!.RequestUri!.PathAndQuery;
        var html = await response.Content.ReadAsStringAsync();
        page = await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
        return this;
    }
}
