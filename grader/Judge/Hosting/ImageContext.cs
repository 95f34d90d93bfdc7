using System.Reflection;
using System.Runtime.Loader;
using Judge.Protocol;

namespace Judge.Hosting;

/// <summary>Loads assemblies from bytes; what is not among them (the platform, NUnit, Shouldly, the engine) is the judge's own.</summary>
internal sealed class ImageContext(string name, IReadOnlyList<AssemblyImage> images) : AssemblyLoadContext(name)
{
    private readonly Dictionary<string, Assembly> loaded = [];

    /// <summary>The assembly of that simple name; throws when it is not among the images.</summary>
    public Assembly Get(string assembly) =>
        Find(assembly) ?? throw new InvalidDataException($"The request has no assembly called {assembly}.");

    protected override Assembly? Load(AssemblyName assemblyName) => Find(assemblyName.Name ?? "");

    private Assembly? Find(string assembly)
    {
        lock (loaded)
        {
            if (loaded.TryGetValue(assembly, out var found))
                return found;
            foreach (var image in images)
            {
                if (image.Name != assembly)
                    continue;
                using var pe = new MemoryStream(image.Pe);
                using var pdb = image.Pdb is null ? null : new MemoryStream(image.Pdb);
                return loaded[assembly] = LoadFromStream(pe, pdb);
            }

            return null;
        }
    }
}
