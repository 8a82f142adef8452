using Portal.Core.Providers;

namespace Portal.Core.Payments;

/// <summary>
/// Which ways of paying a connection's contract allows: its setting <c>PaymentMethods</c>, e.g. <c>CASH,CARD,TRANSFER</c> (besides
/// <c>VOUCHER</c> and <c>ACCOUNT</c>). None set allows all; words that are not known allow nothing.
/// </summary>
public static class ContractMethods
{
    private static readonly Dictionary<string, PaymentMethod> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CASH"] = PaymentMethod.Cash, ["CARD"] = PaymentMethod.Card, ["CREDITCARD"] = PaymentMethod.Card, ["TRANSFER"] = PaymentMethod.BankTransfer,
        ["BANKTRANSFER"] = PaymentMethod.BankTransfer, ["VOUCHER"] = PaymentMethod.Voucher, ["ACCOUNT"] = PaymentMethod.OnAccount, ["ONACCOUNT"] = PaymentMethod.OnAccount,
    };

    /// <returns>Null when the contract names none: all are allowed.</returns>
    public static IReadOnlySet<PaymentMethod>? Of(ConnectionFacts connection) => connection.Find("PaymentMethods") is { } set
        ? set.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(ConnectionFacts.Plain).Where(Words.ContainsKey).Select(word => Words[word]).ToHashSet()
        : null;

    /// <summary>Every way of paying, with why it is not allowed where it is not: a booking over several connections allows what all of them do.</summary>
    public static IReadOnlyList<AllowedMethod> AllowedBy(IEnumerable<ConnectionFacts> connections)
    {
        var contracts = connections.Select(c => (c.Name, Allowed: Of(c))).Where(c => c.Allowed is not null).ToList();
        return [.. Enum.GetValues<PaymentMethod>().Select(method => new AllowedMethod(method,
            contracts.Where(c => !c.Allowed!.Contains(method)).Select(c => c.Name).ToList() is { Count: > 0 } against
                ? $"the contract with {string.Join(" and with ", against)} does not allow it" : null))];
    }
}

/// <summary>A way of paying, and why a booking cannot be paid by it.</summary>
/// <param name="WhyNot">Null when it can.</param>
public sealed record AllowedMethod(PaymentMethod Method, string? WhyNot);
