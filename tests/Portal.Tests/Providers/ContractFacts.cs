using Portal.Core.Providers;
using Portal.Sandbox;

namespace Portal.Tests.Providers;

/// <summary>What the contract must know of one provider's sandbox to put its questions.</summary>
internal sealed record ContractFacts
{
    public required string Kind { get; init; }

    /// <summary>A connection's settings that the sandbox accepts; the secret ones are named apart.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>The setting that holds the secret.</summary>
    public required string SecretSetting { get; init; }

    /// <summary>The sandbox's names of its operations.</summary>
    public required Operations Operations { get; init; }

    /// <summary>Plenty in stock, no rules, no guest data.</summary>
    public required Func<SandboxServer, HoldLine> Plain { get; init; }

    /// <summary>Wants guest data before checkout.</summary>
    public required Func<SandboxServer, HoldLine> WantsGuests { get; init; }

    /// <summary>How many holds the provider has ever made.</summary>
    public required Func<SandboxServer, int> HoldsMade { get; init; }

    /// <summary>How many orders the provider has ever made.</summary>
    public required Func<SandboxServer, int> OrdersMade { get; init; }

    /// <summary>Sets the stock of an offer.</summary>
    public required Action<SandboxServer, string, int> SetStock { get; init; }

    /// <summary>True where a hold at a price that has moved is refused: by the provider, or by an adapter that reads it first.</summary>
    public required bool LocksPrice { get; init; }

    /// <summary>False where a hold whose id never came back cannot be asked for (SecuTix, e-guma): it may be held until its time is over.</summary>
    public bool FindsLostHolds { get; init; } = true;

    /// <summary>False where no call of the wire reads a hold (e-guma): an adapter then tells what its references say.</summary>
    public bool ReadsHolds { get; init; } = true;
}

internal sealed record Operations(string Catalog, string Offers, string Hold, string Change, string Release, string Guests, string Commit);
