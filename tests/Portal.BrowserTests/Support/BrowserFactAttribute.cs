namespace Portal.BrowserTests.Support;

/// <summary>
/// A test in a real browser. Without Chromium it is skipped on one's own machine and fails where <c>CI</c> is <c>true</c>:
/// there a missing browser must not look like a passed test.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <param name="saysWhy">Whether the line in the output says why the test was skipped, instead of the test's name: one is enough.</param>
    public BrowserFactAttribute(bool saysWhy = false)
    {
        if (Chromium.IsHere || Chromium.IsRequired)
            return;
        Skip = Chromium.Missing;
        if (saysWhy)
            DisplayName = Chromium.Missing;
    }
}
