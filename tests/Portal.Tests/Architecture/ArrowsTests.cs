using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Tests.Support;

namespace Portal.Tests.Architecture;

/// <summary>
/// Who may see whom. Web sees all; Providers and db see only Core; Sandbox sees nobody, so that a drift between an adapter
/// and the provider's wire shows; Core sees EF Core and Identity's EF package, and no engine, HTTP, UI or scheduler.
/// </summary>
public sealed partial class ArrowsTests
{
    public static TheoryData<string, string[]> Arrows => new()
    {
        { "src/Portal.Core/Portal.Core.csproj", [] },
        { "src/Portal.Sandbox/Portal.Sandbox.csproj", [] },
        { "src/Portal.Providers/Portal.Providers.csproj", ["Portal.Core"] },
        { "db/Portal.Db.csproj", ["Portal.Core"] },
        { "src/Portal.Web/Portal.Web.csproj", ["Portal.Core", "Portal.Db", "Portal.Providers", "Portal.Sandbox"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_project_refers_only_to_those_it_may_see(string project, string[] maySee)
    {
        var refersTo = XDocument.Load(Repository.File(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(maySee, refersTo.Order());
    }

    [Theory]
    [MemberData(nameof(Arrows))]
    public void A_program_uses_only_those_it_may_see(string project, string[] maySee)
    {
        var uses = new UsedTypes(Path.GetFileNameWithoutExtension(project)).Assemblies
            .Where(name => name.StartsWith("Portal.", StringComparison.Ordinal));

        Assert.Empty(uses.Except(maySee));
    }

    [Fact]
    public void Every_project_has_its_arrows_here()
    {
        var projects = Repository.Files("src", ".csproj").Concat(Repository.Files("db", ".csproj"));

        Assert.Empty(projects.Except(Arrows.Select(row => (string)row[0])));
    }

    [Fact]
    public void Core_takes_its_tables_from_EF_Core_and_Identity_and_nothing_else()
    {
        var packages = XDocument.Load(Repository.File("src/Portal.Core/Portal.Core.csproj")).Descendants("PackageReference")
            .Select(reference => reference.Attribute("Include")!.Value);

        Assert.Empty(packages.Except(
            ["Microsoft.EntityFrameworkCore.Relational", "Microsoft.AspNetCore.Identity.EntityFrameworkCore"]));
    }

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.Net.Sockets")]
    [InlineData("System.Net.Mail.SmtpClient")]
    [InlineData("Microsoft.AspNetCore.Http")]
    [InlineData("Microsoft.AspNetCore.Mvc")]
    [InlineData("Microsoft.AspNetCore.Components")]
    [InlineData("Quartz")]
    [InlineData("Radzen")]
    [InlineData("Polly")]
    [InlineData("Npgsql")]
    [InlineData("Microsoft.Data")]
    public void Core_uses_nothing_of(string family)
    {
        var uses = new UsedTypes("Portal.Core").Names
            .Where(name => name == family || name.StartsWith(family + ".", StringComparison.Ordinal));

        Assert.Empty(uses);
    }

    [Fact]
    public void Only_db_knows_the_engines()
    {
        var told = Repository.Files("src", ".cs", ".razor", ".csproj")
            .Concat(Repository.Files("tests", ".cs", ".csproj"))
            // The tests' own wiring starts the engines; this folder names them to look for them.
            .Where(path => !path.StartsWith("tests/Portal.Tests/Support/", StringComparison.Ordinal)
                && !path.StartsWith("tests/Portal.Tests/Architecture/", StringComparison.Ordinal))
            .Where(path => EngineName().IsMatch(File.ReadAllText(Repository.File(path))));

        Assert.Empty(told);
    }

    [GeneratedRegex("UseSqlite|UseNpgsql|UseSqlServer|Npgsql|SqlClient|Microsoft.Data.Sqlite|SQLitePCL|EntityFrameworkCore.(Sqlite|SqlServer|PostgreSQL)")]
    private static partial Regex EngineName();
}
