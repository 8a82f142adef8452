using System.Globalization;
using Portal.Sandbox.Control;

namespace Portal.Sandbox.OneboxChannels;

/// <summary>What the provider's staff, a promoter or another buyer would do: for the control page and the control API.</summary>
internal static class OneboxChannelsControl
{
    private const string Back = "/sandbox/oneboxchannels";

    public static void Map(ControlActs acts, OneboxChannelsWorld world)
    {
        acts.Get("/oneboxchannels/samples", _ => world.Samples.ByName.ToDictionary(
            s => s.Key,
            s => new { event_id = s.Value.EventId, session_id = s.Value.SessionId, offer_id = s.Value.OfferId, price = s.Value.Price, currency = s.Value.Currency, left = s.Value.Left }));
        acts.Post("/oneboxchannels/sessions/{session:long}/offers/{offer:long}", Back, i => Do(() =>
        {
            var (session, offer) = (Number(i, "session"), Number(i, "offer"));
            if (i.Whole("left") is { } left && left != world.Left(session, offer)) world.SetLeft(session, offer, checked((int)left));
            if (i.Text("price") is { } price) world.SetPrice(session, offer, decimal.Parse(price, CultureInfo.InvariantCulture));
        }));
        acts.Post("/oneboxchannels/sessions/{session:long}/sale", Back, i => Do(() => world.SetForSale(Number(i, "session"), bool.Parse(i.Needed("on")))));
        acts.Post("/oneboxchannels/events/{event:long}/attendants", Back, i => Do(() => world.SetMandatoryAttendant(Number(i, "event"), bool.Parse(i.Needed("on")))));
        acts.Post("/oneboxchannels/promoters/{id:int}/booking", Back, i => Do(() => world.PromoterMayBook((int)Number(i, "id"), bool.Parse(i.Needed("on")))));
        acts.Post("/oneboxchannels/channels/{id:long}/booking", Back, i => Do(() => world.ChannelMayBook(Number(i, "id"), bool.Parse(i.Needed("on")))));
        acts.Post("/oneboxchannels/holds/{id}/lapse", Back, i => Do(() => world.Lapse(i.Part("id"))));
        acts.Post("/oneboxchannels/orders/{id}/refund", Back, i => Do(() => world.Refund(i.Part("id"))));
        acts.Post("/oneboxchannels/orders/{id}/cancel", Back, i => Do(() => world.Cancel(i.Part("id"))));
        acts.Post("/oneboxchannels/options", Back, i => Do(() =>
        {
            var options = world.Options;
            if (i.Text("purchase_keeps_code") is { } keeps) options.PurchaseKeepsCode = bool.Parse(keeps);
            if (i.Text("bookings_need_payment") is { } needs) options.BookingsNeedPayment = bool.Parse(needs);
            if (i.Text("forgets_expired_orders") is { } forgets) options.ForgetsExpiredOrders = bool.Parse(forgets);
            if (i.Text("tells_time_left") is { } tells) options.TellsTimeLeft = bool.Parse(tells);
        }));
    }

    private static long Number(ControlInput input, string part) => long.Parse(input.Part(part), CultureInfo.InvariantCulture);

    private static object? Do(Action act)
    {
        act();
        return null;
    }
}
