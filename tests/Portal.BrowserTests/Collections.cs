using Portal.BrowserTests.Support;

namespace Portal.BrowserTests;

/// <summary>Stories that sell: one portal and one clock for all of them, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class SellingStories : ICollectionFixture<PortalInBrowser>
{
    public const string Name = "Selling";
}

/// <summary>Stories that leave the clock alone, beside the others.</summary>
[CollectionDefinition(Name)]
public sealed class PlainStories : ICollectionFixture<PortalInBrowser>
{
    public const string Name = "Plain";
}
