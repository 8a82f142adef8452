using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

// Promotion codes belong to groups, which the cart names (page 1a.5, 1a.10).
public sealed partial class OneboxChannelsProvider
{
    public async Task<Answer<HeldPlaces>> ApplyPromotionAsync(ProviderCall call, HoldRequest hold, string code, CancellationToken cancellation)
    {
        if (call.Find(OneboxChannelsReferences.Token) is not { } token)
            return OneboxChannelsRefusals.NoCart("given a promotion");
        if (call.Find(OneboxChannelsReferences.OrderCode) is not null)
            return new Refusal(RefusalReason.NotAllowed, "Onebox has made an order of this cart: its prices cannot be changed any more. Nothing was changed.");
        var talk = Open(call);
        var found = await talk.Carts.PromotionsAsync(token, cancellation);
        if (found.Value is null)
            return found.Refusal ?? OneboxChannelsRefusals.OfCart(new(found.Problem!));

        var refusal = new Refusal(RefusalReason.NotAllowed, "No promotion of what is in this cart takes a code. Nothing was changed.");
        foreach (var group in found.Value.Below("group").Select(g => g.Text("id")).OfType<string>().Distinct())
        {
            var answer = await talk.Carts.PromotionCodeAsync(token, group, code, cancellation);
            if (answer.Value is not null)
            {
                var editor = new CartEditor(talk, token, call.References);
                return await editor.ReadAsync(cancellation) is { } unread ? unread : editor.Held(hold.Lines);
            }
            if (answer.Refusal is { } other)
                return other;
            var problem = new OneboxChannelsProblem(answer.Problem!);
            if (problem.Kind is not ProblemKind.Promotion)
                return OneboxChannelsRefusals.OfCart(problem);
            refusal = new Refusal(RefusalReason.NotAllowed, $"Onebox does not accept the code: {problem.Said}. Nothing was changed.");
        }
        return refusal;
    }
}
