using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Portal.Core.Persistence;

/// <summary>
/// Gives every stored time the kind UTC when it is read. Venue wall-clock times are stored in the same column type and marked
/// <see cref="DateTimeKind.Unspecified"/> by their own mapping.
/// </summary>
public sealed class KeptAsUtc() : ValueConverter<DateTime, DateTime>(
    value => value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

/// <summary>A wall-clock time at the venue: stored as it is, never an instant.</summary>
public sealed class KeptAsWallClock() : ValueConverter<DateTime, DateTime>(
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc),
    value => DateTime.SpecifyKind(value, DateTimeKind.Unspecified));
