using System.IO.Compression;
using System.Security.Cryptography;

namespace Portal.Sandbox.Xs2Event.Paper;

/// <summary>One PDF of a booking order.</summary>
internal sealed record TicketFile(string OrderItemId, string? DownloadItemId, string Label, string Name, byte[] Content)
{
    public string Sha { get; } = Archive.Sha(Content);
}

/// <summary>All PDFs of a booking order in one ZIP; the same files give the same bytes.</summary>
internal static class Archive
{
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IEnumerable<TicketFile> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.NoCompression);
                entry.LastWriteTime = NoDate;
                using var content = entry.Open();
                content.Write(file.Content);
            }
        return packed.ToArray();
    }

    public static string Sha(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
