using Portal.Providers.Plumbing;

namespace Portal.Providers.SecuTix;

/// <summary>What the plumbing must know of SecuTix, whichever wire it is (page 2.4).</summary>
internal static class SecuTixManners
{
    public static WireManners With(Func<WireReply, bool> isAnswer) => new(SecuTixProvider.ProviderKind)
    {
        // 509 today, to become 429.
        ThrottleStatuses = new HashSet<int> { 429, 509 },
        SecretSettings = SecuTixOptions.Secrets,
        SecretFields = ["secret", "token"],
        PersonalFields = ["contactReference", "contactNumber", "fileContacts"],
        // 180 are allowed for the whole institution; one integrator was blocked at about 90.
        RequestsPerMinute = 60,
        // A close may wait inside the provider before it answers 'in progress'.
        WriteTimeout = TimeSpan.FromSeconds(40),
        IsAnswer = isAnswer,
    };
}
