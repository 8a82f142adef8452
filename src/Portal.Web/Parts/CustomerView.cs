namespace Portal.Web.Parts;

/// <summary>
/// Whether what the agency pays and earns is hidden at this screen, because a customer looks at it. One choice for the whole circuit; a cookie
/// keeps it over a reload, so that nothing shows up for a moment only because the page was drawn anew.
/// </summary>
public sealed class CustomerView
{
    /// <summary>Set to <c>on</c> by the browser (wwwroot/portal.js).</summary>
    public const string Cookie = "portal-customer-view";

    /// <summary>Raised after it was switched; on the circuit that switched it.</summary>
    public event Action? Changed;

    public bool IsOn { get; private set; }

    public void Switch(bool on)
    {
        if (IsOn == on)
            return;
        IsOn = on;
        Changed?.Invoke();
    }
}
