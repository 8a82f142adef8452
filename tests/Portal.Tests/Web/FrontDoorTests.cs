using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

public sealed class FrontDoorTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_load_balancer_is_told_without_signing_in(string path)
    {
        using var client = portal.CreateClient();

        Assert.Equal("Healthy", await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Every_answer_says_that_nobody_may_frame_it_and_whose_scripts_run()
    {
        using var client = portal.CreateClient();

        using var response = await client.GetAsync(new Uri("/", UriKind.Relative));

        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("nosniff", response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task No_page_carries_a_script_that_the_policy_would_stop()
    {
        using var client = portal.CreateClient();

        var page = await client.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));

        Assert.DoesNotMatch("<script(?![^>]*src=)[^>]*>", page);
    }

    [Fact]
    public async Task A_wrong_address_asks_for_sign_in_like_any_other()
    {
        using var client = portal.CreateClient(new() { AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri("/nowhere", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }
}
