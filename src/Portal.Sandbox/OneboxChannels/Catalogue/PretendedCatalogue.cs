using Portal.Sandbox.OneboxChannels.Model;

namespace Portal.Sandbox.OneboxChannels.Catalogue;

/// <summary>Everything that is on, found by id.</summary>
internal sealed class PretendedCatalogue
{
    public OrderedDictionary<long, EventRow> Events { get; } = [];

    public OrderedDictionary<long, SessionRow> Sessions { get; } = [];

    public IReadOnlyList<Promoter> Promoters { get; } =
    [
        new() { Id = 81, Name = "Producciones Marea Alta", City = "Barcelona" },
        new() { Id = 82, Name = "Teatros Reunidos del Sur", City = "Sevilla" },
        new() { Id = 83, Name = "Patronato de Museos Imaginados", City = "Granada" },
        new() { Id = 84, Name = "Gira Norte Conciertos", City = "Bilbao" },
        new() { Id = 85, Name = "Festivales sin Reserva", City = "Madrid", MayBook = false },
    ];

    public Promoter Promoter(int id) => Promoters.First(p => p.Id == id);

    public EventRow Add(EventRow added) => Events[added.Id] = added;

    public SessionRow Add(SessionRow added)
    {
        added.Event.Sessions.Add(added);
        return Sessions[added.Id] = added;
    }
}
