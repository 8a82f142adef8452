namespace Portal.Core.Payments;

/// <summary>Ways of paying as people call them.</summary>
public static class PaymentWords
{
    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "Cash",
        PaymentMethod.Card => "Card",
        PaymentMethod.BankTransfer => "Bank transfer",
        PaymentMethod.Voucher => "Voucher",
        _ => "On account",
    };

    /// <summary>Within a sentence: <c>by card</c>.</summary>
    public static string By(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "in cash",
        PaymentMethod.Card => "by card",
        PaymentMethod.BankTransfer => "by bank transfer",
        PaymentMethod.Voucher => "by voucher",
        _ => "on account",
    };
}
