using Microsoft.AspNetCore.Diagnostics;

namespace Portal.Web.Api;

/// <summary>An address that leads nowhere still gets a page. Only where one looks: a form that is refused keeps its own answer.</summary>
internal static class WrongAddresses
{
    public static void UsePageForWrongAddresses(this IApplicationBuilder app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method) && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            return next(http);
        });
    }
}
