using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Portal.Tests.Architecture;

/// <summary>What a compiled program uses of others, read from its metadata: every type it names anywhere in its code.</summary>
internal sealed class UsedTypes
{
    public UsedTypes(string assembly)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        using var program = new PEReader(file);
        var metadata = program.GetMetadataReader();
        Assemblies = [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
        Names = [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
    }

    public IReadOnlyList<string> Assemblies { get; }

    /// <summary>Full names, without those of nested types' outer types.</summary>
    public IReadOnlyList<string> Names { get; }
}
