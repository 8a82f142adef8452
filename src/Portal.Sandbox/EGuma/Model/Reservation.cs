using System.Text.Json.Serialization;

namespace Portal.Sandbox.EGuma.Model;

/// <summary>So many of one person category.</summary>
internal sealed record Wanted(string CategoryId, int Quantity);

/// <summary>Places of one slot kept for an hour. It cannot be changed.</summary>
internal sealed class Reservation
{
    public string Id { get; set; } = "";
    public string User { get; set; } = "";
    public string ProductId { get; set; } = "";
    public DateTime StartsAt { get; set; }
    public List<Wanted> Items { get; set; } = [];

    /// <summary><c>held</c>, then <c>released</c>, <c>expired</c> or <c>used</c>.</summary>
    public string State { get; set; } = "held";

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    [JsonIgnore]
    public bool Open => State == "held";
}
