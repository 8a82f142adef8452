namespace Portal.Providers.Plumbing;

/// <summary>Where a provider says that a file lies. The address is its word, not ours.</summary>
internal static class FileAddress
{
    /// <summary>True for an address over TLS or on the provider's own host; such a file is fetched without our key.</summary>
    public static bool MayBeFetched(Uri address, Uri provider) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == provider.Scheme && address.Authority == provider.Authority);
}
