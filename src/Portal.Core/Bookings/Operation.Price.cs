using Portal.Core.Pricing;

namespace Portal.Core.Bookings;

// What a purchase costs: as it was booked, or as somebody agreed since.
public sealed partial class Operation
{
    /// <summary>The price rose since the booking, and somebody agreed to it.</summary>
    public void Agree(decimal net)
    {
        AgreedNet = net;
        TotalOwed = OwedNow;
    }

    /// <summary>What the provider is to be paid for its places.</summary>
    internal Money Net => new(AgreedNet ?? BookedNet, Order!.Currency);

    private decimal OwedNow => Items.Sum(i => i.Quote.Owed) + Items[0].Quote.InAccount(Net.Amount - BookedNet + Order!.DeliveryOf(Items.Count));

    private decimal BookedNet => Items.Sum(i => i.Quote.NetEach.Amount);

    // Nobody told which place rose by how much: each takes its share, the last one the cents that are left.
    private void TakeAgreed()
    {
        var more = Net.Amount - BookedNet;
        var share = Math.Round(more / Items.Count, 2, MidpointRounding.ToZero);
        foreach (var (item, place) in Items.Select((item, place) => (item, place)))
            if (more != 0)
                item.SoldAt(item.Quote.NetEach + new Money(place < Items.Count - 1 ? share : more - share * (Items.Count - 1), Net.Currency));
    }
}
