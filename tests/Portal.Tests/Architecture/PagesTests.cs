using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Portal.Tests.Architecture;

/// <summary>Pages and parts ask verbs and queries; they hold neither the database nor a provider.</summary>
public sealed class PagesTests
{
    [Fact]
    public void No_page_holds_the_database_or_a_provider()
    {
        var holders = typeof(Program).Assembly.GetTypes()
            .Where(typeof(IComponent).IsAssignableFrom)
            .Where(page => Held(page).Any(IsForbidden))
            .Select(page => page.FullName);

        Assert.Empty(holders);
    }

    private static IEnumerable<Type> Held(Type page) =>
        page.GetFields(Everything).Select(field => field.FieldType)
            .Concat(page.GetProperties(Everything).Select(property => property.PropertyType))
            .Concat(page.GetConstructors(Everything).SelectMany(made => made.GetParameters()).Select(given => given.ParameterType));

    private static bool IsForbidden(Type held) =>
        typeof(DbContext).IsAssignableFrom(held)
        || (held.IsGenericType && held.GetGenericTypeDefinition() == typeof(IDbContextFactory<>))
        || held.FullName is "Portal.Core.Providers.IProvider" or "Portal.Core.Providers.ProviderDirectory";

    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
}
