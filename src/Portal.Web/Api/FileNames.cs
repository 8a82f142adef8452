namespace Portal.Web.Api;

/// <summary>Names of files as they may reach an agent's disk: what a provider calls its files is not ours to trust.</summary>
internal static class FileNames
{
    public static string Safe(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '-')).Trim(' ', '.');
        return plain.Length switch { 0 => "ticket", > 120 => plain[^120..], _ => plain };
    }
}
