namespace Portal.Core.Languages;

/// <summary>What becomes of the data.</summary>
public sealed record PrivacyWords
{
    public required string Head { get; init; }
    public required string What { get; init; }
    public required string ForWhom { get; init; }
    public required string Sealed { get; init; }
    public required string Erased { get; init; }
    public required string Ask { get; init; }
}
