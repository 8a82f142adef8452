using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Agencies;
using Portal.Core.Bookings;
using Portal.Core.Carts;
using Portal.Core.Guests;
using Portal.Core.Pricing;
using Portal.Core.Providers;
using Portal.Db.Engines;
using Portal.Tests.Mail;

namespace Portal.Tests.Support;

/// <summary>
/// A portal that asks its questions and is made to be killed while it waits for the answers: the tests start their own assembly with
/// <c>dotnet exec Portal.Tests.dll ENGINE DATABASE KEYS AGENCY AGENT VERB … -- AGENCY AGENT VERB …</c>, or, to send mail,
/// <c>dotnet exec Portal.Tests.dll mail ENGINE DATABASE KEYS PORT</c>.
/// </summary>
internal static class KillableHost
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is [MailProcess.Name, .. var post])
            return await MailProcess.RunAsync(post);
        if (arguments is not [var engine, var database, var keys, .. var written])
            return 2;
        await using var services = SandboxWorld.Services(PortalDatabases.Open(Enum.Parse<DatabaseEngine>(engine), database), new DirectoryInfo(keys), TimeProvider.System);
        await Task.WhenAll(Errand.Read(written).Select(e => RunAsync(services, e.Actor, e.Question, e.Words)));
        return 0;
    }

    private static Task RunAsync(IServiceProvider services, Actor actor, Questioned question, IReadOnlyList<string> words) => question switch
    {
        Questioned.Hold => services.GetRequiredService<AddToCart>().RunAsync(actor, new AddToCartRequest(Guid.NewGuid(), Guid.Parse(words[0]), words[1], 2,
            SaleMode.Purchase, new Money(decimal.Parse(words[2], CultureInfo.InvariantCulture), words[3])), CancellationToken.None),
        Questioned.Change => services.GetRequiredService<ChangeLine>().RunAsync(actor, Guid.Parse(words[0]), 4, CancellationToken.None),
        Questioned.Release => services.GetRequiredService<RemoveLine>().RunAsync(actor, Guid.Parse(words[0]), CancellationToken.None),
        Questioned.Guests => services.GetRequiredService<SendGuests>().RunAsync(actor, Guid.Parse(words[0]), CancellationToken.None),
        Questioned.LateGuests => services.GetRequiredService<KeepGuestLists>().RunAsync(CancellationToken.None),
        Questioned.Purchase => services.GetRequiredService<PurchaseItems>().RunAsync(actor, new ItemsChosen(Guid.NewGuid(), Guid.Parse(words[0]), []), CancellationToken.None),
        Questioned.Cancel => services.GetRequiredService<CancelItems>().RunAsync(actor, new ItemsChosen(Guid.NewGuid(), Guid.Parse(words[0]), []), CancellationToken.None),
        _ => services.GetRequiredService<CheckOutCart>().RunAsync(
            actor, new CheckOutRequest(Guid.NewGuid(), Guid.Parse(words[0]), null, OnOpenAnswer.GoOn), CancellationToken.None),
    };
}
