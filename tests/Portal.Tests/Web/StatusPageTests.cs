using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Pages;

namespace Portal.Tests.Web;

public sealed class StatusPageTests : BunitContext
{
    [Fact]
    public void Asking_again_counts_the_answers()
    {
        Services.AddSingleton(TimeProvider.System);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = Render<StatusPage>();

        page.Find("button").Click();

        page.Find("[data-answers]").MarkupMatches("<output data-answers>1</output>");
    }
}
