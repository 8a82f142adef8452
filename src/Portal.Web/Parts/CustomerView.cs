namespace Portal.Web.Parts;

/// <summary>Whether what the agency pays is hidden at this screen, because a customer looks at it. Per circuit, off at first.</summary>
public sealed class CustomerView
{
    public bool IsOn { get; set; }
}
