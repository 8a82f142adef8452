using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Portal.Tests.Web;

public sealed class StartTests(WebApplicationFactory<Program> portal) : IClassFixture<WebApplicationFactory<Program>>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/_framework/blazor.web.js", "text/javascript")]
    public async Task The_portal_serves_its_pages_and_their_files(string path, string mediaType)
    {
        using var client = portal.CreateClient();

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
    }
}
