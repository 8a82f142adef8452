using Portal.Core.Agencies;
using Portal.Core.Carts;
using Portal.Core.Catalog;
using Portal.Core.Pricing;
using Portal.Core.Providers;

namespace Portal.Web.Pages.Catalog;

/// <summary>What an agent is about to hold of one offer, and what became of it.</summary>
public sealed class OfferWish
{
    // Renewed only after an answer: a second click, or the same click twice, is the same act.
    private Guid actionId = Guid.NewGuid();

    public int Quantity { get; set; }

    /// <summary>Side by side or not at all.</summary>
    public bool Together { get; set; }

    public bool IsBusy { get; private set; }
    public CartLine? Line { get; private set; }
    public Refusal? Refusal { get; private set; }
    public RefusalSentences? Words { get; private set; }

    public bool HasAnswer => Line is not null || Words is not null;

    /// <summary>Puts it into the cart and has it held.</summary>
    /// <param name="seen">The provider net that the page showed.</param>
    /// <param name="seats">Chosen seats; empty where the provider allocates.</param>
    public async Task HoldAsync(AddToCart add, Actor actor, SessionView view, Offer offer, SaleMode mode, Money seen, IReadOnlyList<string> seats)
    {
        (IsBusy, Line, Refusal, Words) = (true, null, null, null);
        try
        {
            var request = new AddToCartRequest(actionId, view.SessionId, offer.OfferRef, Quantity, mode, seen) { Seats = seats, Together = Together && Quantity > 1 };
            var answer = await add.RunAsync(actor, request, CancellationToken.None);
            actionId = Guid.NewGuid();
            (Line, Refusal) = (answer.Value, answer.Refusal);
            Words = answer.IsYes ? OfferAnswer.WordsFor(answer.Value, view.Provider) : RefusalWords.For(answer.Refusal, view.Provider, Attempted.Hold);
        }
        finally
        {
            IsBusy = false;
        }
    }
}
