namespace Portal.Sandbox;

/// <summary>The scenarios that are switched on now.</summary>
/// <example><code>sandbox.Scenarios.Add(new Scenario("xs2event/booking.create", ScenarioKind.SilentAfter));</code></example>
public sealed class Scenarios
{
    private readonly Lock _gate = new();
    private readonly List<Scenario> _active = [];
    private int _lastId;

    /// <summary>What is switched on, oldest first.</summary>
    public IReadOnlyList<Scenario> Active
    {
        get { lock (_gate) return [.. _active]; }
    }

    /// <summary>Switches one on and returns it with its id.</summary>
    public Scenario Add(Scenario scenario)
    {
        lock (_gate)
        {
            scenario = scenario with { Id = ++_lastId };
            _active.Add(scenario);
            return scenario;
        }
    }

    /// <summary>Switches one off; false when it was not on.</summary>
    public bool Remove(int id)
    {
        lock (_gate) return _active.RemoveAll(s => s.Id == id) > 0;
    }

    /// <summary>Switches all of them off.</summary>
    public void Clear()
    {
        lock (_gate) _active.Clear();
    }

    /// <summary>What happens to this call; each of them counts as having happened once.</summary>
    internal IReadOnlyList<Scenario> Take(string operation, Func<string> said)
    {
        lock (_gate)
        {
            var taken = _active.Where(s => s.IsFor(operation, said)).ToList();
            foreach (var scenario in taken)
            {
                if (scenario.Times is not { } times) continue;
                if (times <= 1) _active.RemoveAll(s => s.Id == scenario.Id);
                else _active[_active.FindIndex(s => s.Id == scenario.Id)] = scenario with { Times = times - 1 };
            }
            return taken;
        }
    }
}
