namespace Portal.BrowserTests.Support;

/// <summary>
/// A test in a real browser. Without Chromium it is skipped on one's own machine and fails where <c>CI</c> is <c>true</c>:
/// there a missing browser must not look like a passed test.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!Chromium.IsHere && !Chromium.IsRequired)
            Skip = Chromium.Missing;
    }
}
