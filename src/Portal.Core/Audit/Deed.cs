using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Audit;

/// <summary>
/// The first result of an action that costs something, by the action id that was made when its page was drawn. A second request
/// with the same id (double click, reload, second tab) finds this row and returns the same result (design rule 1).
/// </summary>
public sealed class Deed
{
    /// <summary>The action id.</summary>
    public Guid Id { get; set; }
    public required string Verb { get; set; }
    public Guid ActorId { get; set; }
    /// <summary>What the verb made: a line, a booking.</summary>
    public Guid ResultId { get; set; }
    public DateTime At { get; set; }

    /// <summary>An action id made of what is done, for what no page is drawn for: whoever does the same has the same id.</summary>
    public static Guid IdOf(string what) => new(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16));
}
