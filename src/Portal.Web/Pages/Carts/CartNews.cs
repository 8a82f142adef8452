namespace Portal.Web.Pages.Carts;

/// <summary>Within one circuit: whoever changed the cart says so, and the dock reads it at once instead of at its next look.</summary>
public sealed class CartNews
{
    public event Func<Task>? Changed;

    public Task TellAsync() => Changed is { } changed ? changed() : Task.CompletedTask;
}
