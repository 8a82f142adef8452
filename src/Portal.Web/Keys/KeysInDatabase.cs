using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Web.Keys;

/// <summary>Data protection's keys in the portal's database: every node and every restart opens what another one sealed.</summary>
internal sealed class KeysInDatabase(IDbContextFactory<PortalDb> databases) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = databases.CreateDbContext();
        db.DataProtectionKeys.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

public static class KeysSetup
{
    /// <summary>
    /// The application's name is fixed, since it is part of every key's purpose. <c>Keys:Certificate</c> (a PKCS#12 file, with
    /// <c>Keys:Password</c>) seals the keys themselves, so that a copy of the database alone opens nothing.
    /// </summary>
    public static void AddPortalKeys(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("Portal");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<IDbContextFactory<PortalDb>>((options, databases) => options.XmlRepository = new KeysInDatabase(databases));
        if (builder.Configuration["Keys:Certificate"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["Keys:Password"]));
    }
}
