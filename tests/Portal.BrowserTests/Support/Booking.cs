using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Enablement;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.BrowserTests.Support;

/// <summary>What is booked before a story begins.</summary>
internal static class Booking
{
    /// <summary>Two places of Onebox Channels, booked and not paid, with their names read back.</summary>
    /// <returns>The booking's reference.</returns>
    public static async Task<string> BookTwoAsync(this PortalInBrowser portal, string agentEmail)
    {
        var sample = portal.Sandbox.OneboxChannels.Samples.Arena;
        var cart = await portal.FreshCartAsync(agentEmail);
        var (user, session) = (await portal.ReadAsync(db => db.Users.SingleAsync(u => u.Email == agentEmail)), await portal.ReadAsync(db => db.Sessions.Where(s => s.ProviderRef == $"{sample.SessionId}" && s.Event!.Connection!.ProviderKind == "OneboxChannels").Select(s => s.Id).SingleAsync()));
        await portal.ReadAsync(async db =>
        {
            if (await db.Connections.AnyAsync(c => c.ProviderKind == "OneboxChannels" && c.ChannelId == null))
            {
                var channel = new Channel { Id = Guid.CreateVersion7(), Name = "Later", BookingOn = true };
                db.Add(channel);
                await db.SaveChangesAsync();
                await db.Connections.Where(c => c.ProviderKind == "OneboxChannels" && c.ChannelId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.ChannelId, channel.Id));
            }
            await db.Channels.Where(c => db.Connections.Any(n => n.ProviderKind == "OneboxChannels" && n.ChannelId == c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.BookingOn, true));
            return await db.Promoters.Where(p => db.Sessions.Any(s => s.Id == session && s.Event!.PromoterId == p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.BookingOn, true));
        });
        var agent = Actor.Agent(user.Id, user.AgencyId!.Value, user.DisplayName);
        var added = await portal.Services.GetRequiredService<AddToCart>().RunAsync(
            agent, new AddToCartRequest(Guid.NewGuid(), session, $"{sample.SessionId}.z{sample.OfferId}", 2, SaleMode.Book, new Money(sample.Price, sample.Currency)), CancellationToken.None);
        Assert.True(added.Value?.Hold?.State == HoldState.Held, $"{added.Refusal} {added.Value?.ProblemDetail}");
        foreach (var (field, value) in new[] { (BuyerField.FirstName, "Ada"), (BuyerField.LastName, "Byron"), (BuyerField.Email, "ada@guests.example"), (BuyerField.Phone, "+34600111222") })
            await portal.Services.GetRequiredService<NoteBuyer>().RunAsync(agent, cart, field, value, CancellationToken.None);
        var booked = await portal.Services.GetRequiredService<CheckOutCart>().RunAsync(agent, new CheckOutRequest(Guid.NewGuid(), cart, "The Byrons", OnOpenAnswer.GoOn), CancellationToken.None);
        Assert.True(booked.IsYes, booked.Refusal?.ToString());
        await Until.TrueAsync(() => portal.ReadAsync(db => db.Items.Where(i => i.Order!.BookingId == booked.Value!.BookingId).AllAsync(i => i.ProviderRef != null)), "the places were read back");
        return booked.Value!.Reference;
    }
}
