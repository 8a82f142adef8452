using System.Diagnostics.CodeAnalysis;

namespace Portal.Core.Providers;

/// <summary>
/// What somebody who was asked said: a value, or a <see cref="Providers.Refusal"/> from a closed list. There is no third case:
/// silence is not an answer and travels as <see cref="ProviderSilenceException"/>.
/// </summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Answer<T> where T : notnull
{
    private Answer(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>What was asked for; null exactly when <see cref="Refusal"/> is set.</summary>
    public T? Value { get; }

    /// <summary>Why not; null exactly when <see cref="Value"/> is set.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when the answer carries the value, false when it is a refusal.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsYes => Refusal is null;

    [SuppressMessage("Usage", "CA2225", Justification = "An answer is written as its value or its refusal, nothing else.")]
    public static implicit operator Answer<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "An answer is written as its value or its refusal, nothing else.")]
    public static implicit operator Answer<T>(Refusal refusal) => new(default, refusal);

    /// <summary>A yes, for interface-typed values, which C# cannot convert implicitly.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Reads as a sentence at the call: Answer<T>.Yes(value).")]
    public static Answer<T> Yes(T value) => new(value, null);
}
