using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

public sealed class StartTests(PortalHost portal) : IClassFixture<PortalHost>
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

    [Fact]
    public void The_settings_file_at_the_top_of_the_repository_is_read() =>
        Assert.Equal("Portal <portal@portal.example>", portal.Services.GetRequiredService<IConfiguration>()["Mail:From"]);

    [Fact]
    public void The_database_is_the_one_that_was_named()
    {
        using var scope = portal.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();

        Assert.Equal(portal.Database.Open().GetType(), db.GetType());
        Assert.Empty(db.Agencies);
    }
}
