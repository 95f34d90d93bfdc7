using System.Collections.Concurrent;
using Mono.Cecil;

namespace Interleaving.Platform;

/// <summary>Finds the assemblies that a woven one refers to: those the caller gave first, then the platform's.</summary>
internal sealed class References : IAssemblyResolver
{
    private static readonly Dictionary<string, string> Trusted = TrustedAssemblies();
    private static readonly string PlatformFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly ConcurrentDictionary<string, AssemblyDefinition?> Platform = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, AssemblyDefinition> given = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="images">Assemblies beside the platform's, as PE images.</param>
    /// <param name="files">The same as files.</param>
    public References(IReadOnlyList<byte[]> images, IReadOnlyList<string> files)
    {
        foreach (var image in images)
        {
            var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(image), Parameters(this));
            given[assembly.Name.Name] = assembly;
        }

        foreach (var path in files)
            paths[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <summary>Whether the named assembly comes with the runtime.</summary>
    public static bool IsPlatform(string name) =>
        Trusted.TryGetValue(name, out var path) && path.StartsWith(PlatformFolder, StringComparison.Ordinal);

    /// <summary>The file of an assembly that comes with the runtime or the application; null when there is none.</summary>
    public static string? PathOf(string name) => Trusted.GetValueOrDefault(name);

    public AssemblyDefinition? Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition? Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (given.TryGetValue(name.Name, out var assembly))
            return assembly;
        if (paths.TryGetValue(name.Name, out var path) && File.Exists(path))
            return given[name.Name] = AssemblyDefinition.ReadAssembly(new MemoryStream(File.ReadAllBytes(path)), Parameters(this));
        return Platform.GetOrAdd(name.Name, ReadTrusted);
    }

    public void Dispose()
    {
        foreach (var assembly in given.Values)
            assembly.Dispose();
    }

    private static AssemblyDefinition? ReadTrusted(string name) => Trusted.TryGetValue(name, out var path)
        ? AssemblyDefinition.ReadAssembly(path, Parameters(new References([], [])))
        : null;

    private static ReaderParameters Parameters(References references) => new(ReadingMode.Deferred)
    {
        AssemblyResolver = references,
        InMemory = true,
    };

    private static Dictionary<string, string> TrustedAssemblies()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var list = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "";
        foreach (var path in list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            found.TryAdd(Path.GetFileNameWithoutExtension(path), path);
        return found;
    }
}
