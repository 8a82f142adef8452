namespace Portal.Core.Ledger;

/// <summary>The accounts of the ledger. A positive amount is a debit: somebody owes more, or there is more money; a negative one a credit.</summary>
public enum LedgerAccount
{
    /// <summary>What customers owe the agency.</summary>
    Customer,
    /// <summary>The agency's turnover.</summary>
    Sales,
    /// <summary>Money the agency took from customers.</summary>
    Takings,
    /// <summary>What the agency owes the portal; its credit limit applies to this.</summary>
    Agency,
    /// <summary>What the portal owes a provider, by connection.</summary>
    Provider,
    /// <summary>Fees per ticket that a provider's invoice names, by connection.</summary>
    ProviderFee,
    /// <summary>Commission granted to the agency.</summary>
    Commission,
    /// <summary>Money that agencies paid the portal.</summary>
    Bank,
    /// <summary>Where one currency becomes another, and where the cents of rounding stay.</summary>
    Exchange,
}

/// <summary>What happened to the money.</summary>
public enum LedgerKind
{
    /// <summary>A provider made it final.</summary>
    Sale,
    /// <summary>A provider took it back and gave back what it gave back.</summary>
    Cancellation,
    /// <summary>A customer paid the agency.</summary>
    CustomerPayment,
    /// <summary>The agency paid a customer back.</summary>
    CustomerRefund,
    /// <summary>The agency paid the portal, or was paid.</summary>
    Settlement,
    /// <summary>An admin put something right.</summary>
    Correction,
}
