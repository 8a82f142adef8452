using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Portal.Tests.Support;

/// <summary>Finds libraries that stand beside the tests under another version than was asked for.</summary>
internal static class Assemblies
{
    // Some libraries are restored lower than their users ask (see Portal.Tests.csproj); the runtime then refuses them by
    // version, though what is called exists in both.
    [ModuleInitializer]
    internal static void ResolveFromTheTestsFolder() =>
        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            var path = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        };
}
