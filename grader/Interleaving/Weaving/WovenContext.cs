using System.Reflection;
using System.Runtime.Loader;

namespace Interleaving.Weaving;

/// <summary>
/// Where woven assemblies live: each goes by the name of its original, and everything that is not woven is shared with
/// the context that the engine itself was loaded into.
/// </summary>
internal sealed class WovenContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly Dictionary<string, WovenAssembly> woven = new(StringComparer.OrdinalIgnoreCase);
    private readonly AssemblyLoadContext shared = GetLoadContext(typeof(WovenContext).Assembly) ?? Default;

    /// <summary>Makes an assembly known, to be loaded when it is first needed.</summary>
    public void Add(WovenAssembly assembly) => woven.Add(assembly.Name, assembly);

    /// <summary>Loads the woven assembly of this simple name.</summary>
    /// <exception cref="FileNotFoundException">None of that name was added.</exception>
    public Assembly LoadWoven(string simpleName) => LoadFromAssemblyName(new AssemblyName(simpleName));

    /// <summary>The woven twin of an assembly; null when it is not one of those that were added.</summary>
    public Assembly? Twin(Assembly original) =>
        original.GetName().Name is { } simpleName && woven.ContainsKey(simpleName) ? LoadWoven(simpleName) : null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var simpleName = assemblyName.Name!;
        if (woven.TryGetValue(simpleName, out var assembly))
        {
            using var image = new MemoryStream(assembly.Bytes);
            using var symbols = assembly.Pdb is null ? null : new MemoryStream(assembly.Pdb);
            var loaded = LoadFromStream(image, symbols);
            SiteTable.Register(loaded);
            return loaded;
        }

        return shared.Assemblies.FirstOrDefault(candidate => candidate.GetName().Name == simpleName) ?? LoadShared(assemblyName);
    }

    private Assembly? LoadShared(AssemblyName assemblyName)
    {
        if (ReferenceEquals(shared, Default))
            return null;
        try
        {
            return shared.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
