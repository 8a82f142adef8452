using System.Globalization;
using System.Text;
using Portal.Core.Providers;
using Portal.Providers.Plumbing;

namespace Portal.Providers.OneboxChannels;

/// <summary>What a no is about, as far as its documented code tells (page 1a.10).</summary>
internal enum ProblemKind { Unknown, NotAuthorised, BadParameter, Forbidden, NoEvent, NotForSale, NoSession, NotGraphic, NoSeats, Expired, Promotion }

/// <summary>A refusal of this API: <c>OB_Error_Code</c> first, then the words of the body, then the status.</summary>
internal sealed class OneboxChannelsProblem(WireReply reply)
{
    public int? Code { get; } = reply.Headers.TryGetValue(OneboxChannelsTalk.ErrorHeader, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    public int Status => reply.Status;

    public ProblemKind Kind => Code switch
    {
        >= 1001 and <= 1009 => ProblemKind.BadParameter,
        >= 1010 and <= 1014 => ProblemKind.Forbidden,
        >= 1015 and <= 1019 => ProblemKind.NotAuthorised,
        1030 => ProblemKind.NoEvent,
        >= 1031 and <= 1037 or >= 1041 and <= 1043 => ProblemKind.NotForSale,
        1040 => ProblemKind.NoSession,
        1045 or 1046 => ProblemKind.NotGraphic,
        1047 or 1053 => ProblemKind.NoSeats,
        1050 => ProblemKind.Expired,
        >= 1060 and <= 1069 => ProblemKind.Promotion,
        null when reply.Status == 401 => ProblemKind.NotAuthorised,
        null when reply.Status == 403 => ProblemKind.Forbidden,
        _ => ProblemKind.Unknown,
    };

    /// <summary>Its own words, fit for a timeline, with its code.</summary>
    public string Said
    {
        get
        {
            var words = reply.ContentType is "text/plain" or "text/xml" or "application/xml" ? Words() : "";
            return (words.Length > 0, Code) switch
            {
                (true, { } known) => $"{words} ({known})",
                (true, null) => $"{words} (status {reply.Status})",
                (false, { } known) => $"error {known}",
                _ => $"status {reply.Status}",
            };
        }
    }

    private string Words() => reply.Quote((WireXml.TryParse(reply.Body) is { } xml ? xml.Value : Encoding.UTF8.GetString(reply.Body)).Trim()).TrimEnd('.');
}
