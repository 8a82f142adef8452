using System.Globalization;
using Portal.Providers.EGuma.Dtos;
using Portal.Providers.Plumbing;

namespace Portal.Providers.EGuma.Wire;

/// <summary>Products and availabilities (page 2.4, 1 and 2).</summary>
internal sealed class ProductWire(Conversation talk)
{
    /// <summary>The longest range of days that is asked for at once (page 2.12).</summary>
    public const int DaysPerCall = 31;

    public Task<WireAnswer<ProductsDto>> ProductsAsync(JournalDepth depth, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Get(new WireQuery("/v1/ticketing/products.json")) with { Depth = depth }, EGumaJson.Read<ProductsDto>, cancellation);

    /// <param name="from">First day, merchant time.</param>
    /// <param name="to">Last day, included.</param>
    public Task<WireAnswer<AvailabilitiesDto>> AvailabilitiesAsync(string productId, DateOnly from, DateOnly to, JournalDepth depth, CancellationToken cancellation) =>
        talk.AskAsync(EGumaJson.Get(new WireQuery($"/v1/ticketing/products/{WireQuery.Segment(productId)}/availabilities.json")
            .With("from", Day(from)).With("to", Day(to))) with { Depth = depth }, EGumaJson.Read<AvailabilitiesDto>, cancellation);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
