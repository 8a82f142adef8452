namespace Portal.Core.Languages;

/// <summary>A text about a number, <c>{count}</c>: for one, and for any other.</summary>
public sealed record Counted(string One, string Other);
