namespace Portal.Core.Languages;

/// <summary>
/// Everything that customers read, in one language. Every text is required: a language that lacks one does not compile. Places in braces
/// are filled by <see cref="Filling.With"/>; a test holds them equal in all languages.
/// </summary>
public sealed record CustomerWords
{
    /// <summary>None is said like one, as in French.</summary>
    public bool ZeroIsOne { get; init; }
    public required PageWords Page { get; init; }
    public required FieldWords Fields { get; init; }
    public required ReasonWords Reasons { get; init; }
    public required FaultWords Faults { get; init; }
    public required PrivacyWords Privacy { get; init; }
    public required EndWords Ends { get; init; }
    public required MailWords Mail { get; init; }

    /// <summary>A text about a number.</summary>
    public string Say(Counted text, int count) => (count == 1 || (count == 0 && ZeroIsOne) ? text.One : text.Other).With(("count", count));
}
