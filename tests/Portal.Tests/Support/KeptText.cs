using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;

namespace Portal.Tests.Support;

/// <summary>
/// Every text that stands in a live row of a SQLite database, with each seal opened that the portal can open: what is not in here is
/// not known any more.
/// </summary>
internal sealed class KeptText
{
    private static readonly string[] Seals =
        ["Portal.Guests.v1", "Portal.Buyers.v1", "Portal.Customers.v1", "Portal.CustomerLinks.v1", "Portal.Mail.v1", "Portal.Tickets.v1"];

    private readonly List<(string Where, string Text)> texts = [];

    /// <param name="database">Whose rows.</param>
    /// <param name="protection">Opens the seals; null leaves them closed.</param>
    public static async Task<KeptText> ReadAsync(PortalDatabase database, IDataProtectionProvider? protection)
    {
        var kept = new KeptText();
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var (table, column) in await ColumnsAsync(connection))
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names from the database's own list.
            command.CommandText = $"""SELECT "{column}" FROM "{table}" WHERE typeof("{column}") IN ('text', 'blob')""";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                kept.texts.Add(($"{table}.{column}", Opened(reader.GetValue(0), protection)));
        }
        return kept;
    }

    /// <summary>The database as it lies on the disk.</summary>
    public static async Task<byte[]> BytesAsync(PortalDatabase database)
    {
        var path = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var bytes = new MemoryStream();
        foreach (var end in (string[])["", "-wal"])
            if (File.Exists(path + end))
            {
                // The portal has it open.
                await using var stream = new FileStream(path + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await stream.CopyToAsync(bytes);
            }
        return bytes.ToArray();
    }

    /// <summary>Where a value stands, in whichever way it may be written.</summary>
    public IReadOnlyList<string> Find(string value) => [.. texts.Where(t => Spelled.In(t.Text, value)).Select(t => t.Where).Distinct()];

    private static async Task<List<(string Table, string Column)>> ColumnsAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'";
        var columns = new List<(string, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            columns.Add((reader.GetString(0), reader.GetString(1)));
        return columns;
    }

    private static string Opened(object value, IDataProtectionProvider? protection)
    {
        var sealedText = value as string ?? Encoding.UTF8.GetString((byte[])value);
        foreach (var seal in protection is null ? [] : Seals)
            try
            {
                var protector = protection!.CreateProtector(seal);
                return value is string text ? protector.Unprotect(text) : Encoding.UTF8.GetString(protector.Unprotect((byte[])value));
            }
            catch (CryptographicException)
            {
                // Not sealed, or with another one.
            }
        return sealedText;
    }
}

/// <summary>The ways in which a value may be written: as typed, in JSON, in an address, in HTML and XML.</summary>
internal static class Spelled
{
    public static bool In(string text, string value) => Ways(value).Any(way => text.Contains(way, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Ways(string value) =>
        [value, JavaScriptEncoder.Default.Encode(value), Uri.EscapeDataString(value), WebUtility.UrlEncode(value), HtmlEncoder.Default.Encode(value)];
}
