namespace Portal.Sandbox.EGuma.Model;

internal sealed record Customer(string FirstName, string LastName, string Email);

/// <summary>One place; whoever has its number gets in.</summary>
internal sealed class Ticket
{
    /// <summary>19 digits.</summary>
    public string Number { get; set; } = "";
    public string CategoryId { get; set; } = "";
    public long PriceInCents { get; set; }

    /// <summary>What its file's address ends in; nobody can guess it.</summary>
    public string FileToken { get; set; } = "";
    public DateTime? CheckedInAt { get; set; }
}

/// <summary>A confirmed sale of places in one slot.</summary>
internal sealed class Booking
{
    public string Id { get; set; } = "";

    /// <summary>The order number that people read to each other.</summary>
    public string Reference { get; set; } = "";
    public string User { get; set; } = "";
    public string MerchantId { get; set; } = "";
    public string IdempotencyKey { get; set; } = "";
    public string ProductId { get; set; } = "";
    public DateTime StartsAt { get; set; }
    public Customer Customer { get; set; } = new("", "", "");
    public string Language { get; set; } = "";

    /// <summary><c>completed</c> or <c>cancelled</c>.</summary>
    public string Status { get; set; } = "completed";
    public List<Ticket> Tickets { get; set; } = [];
    public DateTime Created { get; set; }
    public DateTime Updated { get; set; }
}

/// <summary>An answer that is given again to the same key and body for 72 hours.</summary>
/// <param name="BodyHash">SHA-256 of the request's raw bytes.</param>
/// <param name="Completed">UTC.</param>
internal sealed record GivenAnswer(string BodyHash, int Status, string ContentType, string Body, DateTime Completed);
