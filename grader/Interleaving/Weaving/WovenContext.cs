using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Interleaving.Platform;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Weaving;

/// <summary>
/// Where woven assemblies live: each goes by the name of its original. Packages are woven for control when they are first
/// needed; everything else is shared with the context that the engine itself was loaded into.
/// </summary>
/// <param name="name">For people.</param>
/// <param name="surroundings">
/// What is around the tests; null where nothing but what is added is woven. Mocks cannot be made of types that may be unloaded, so
/// only a context without surroundings can be.
/// </param>
internal sealed class WovenContext(string name, Surroundings? surroundings = null) : ProgramContext(name, isCollectible: surroundings is null)
{
    private readonly Dictionary<string, WovenAssembly> woven = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Assembly, string> origins = [];
    private readonly SortedDictionary<string, Treatment> beside = new(StringComparer.Ordinal);
    private readonly SortedSet<string> lasting = new(StringComparer.Ordinal);
    private readonly AssemblyLoadContext shared = GetLoadContext(typeof(WovenContext).Assembly) ?? Default;
    private static int loads;

    /// <summary>How many packages were loaded into such contexts so far: what is loaded during an execution is there in the next.</summary>
    public static int Loads => Volatile.Read(ref loads);

    /// <summary>What was loaded so far, beside the tests and their own projects.</summary>
    public override Boundary Boundary
    {
        get
        {
            lock (beside)
            {
                return new Boundary
                {
                    NotControlled = [.. beside.Where(static one => one.Value == Treatment.Copied).Select(static one => one.Key)],
                    ControlledAlone = [.. beside.Where(static one => one.Value == Treatment.Controlled).Select(static one => one.Key)],
                    StaticsStay = [.. lasting],
                };
            }
        }
    }

    /// <summary>Makes an assembly known, to be loaded when it is first needed.</summary>
    public void Add(WovenAssembly assembly) => woven.Add(assembly.Name, assembly);

    /// <summary>Loads the woven assembly of this simple name.</summary>
    /// <exception cref="FileNotFoundException">None of that name was added.</exception>
    public Assembly LoadWoven(string simpleName) => LoadFromAssemblyName(new AssemblyName(simpleName));

    /// <summary>
    /// What the current flow of execution looks for by its name (<see cref="Type.GetType(string)"/>) is looked for where this
    /// assembly lives. The caller restores the execution context.
    /// </summary>
    public static void Enter(Assembly assembly)
    {
        if (GetLoadContext(assembly) is not WovenContext { IsCollectible: false } context)
            return;
        _ = context.EnterContextualReflection();
        if (Operation.Current is { } operation)
            operation.Execution.Context = context;
    }

    /// <summary>The twin of an assembly in this context; null when it has none here.</summary>
    public override Assembly? Twin(Assembly original) => original.GetName().Name is { } simpleName && Has(simpleName) ? LoadWoven(simpleName) : null;

    /// <summary>The file that a woven assembly was made of; null when it was made of none.</summary>
    public override string? OriginOf(Assembly assembly)
    {
        lock (origins)
            return origins.GetValueOrDefault(assembly);
    }

    /// <summary>Whether the assembly of this simple name is loaded here rather than shared.</summary>
    public override bool Has(string simpleName) =>
        woven.ContainsKey(simpleName) || (surroundings is not null && surroundings.Of(simpleName) != Treatment.Shared);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var simpleName = assemblyName.Name!;
        if (woven.TryGetValue(simpleName, out var assembly))
            return Register(LoadImage(assembly), surroundings?.PathOf(simpleName));
        if (surroundings is not null && string.IsNullOrEmpty(assemblyName.CultureName) && surroundings.PathOf(simpleName) is { } path)
        {
            var treatment = surroundings.Of(simpleName);
            if (treatment != Treatment.Shared)
                Interlocked.Increment(ref loads);
            if (treatment == Treatment.Controlled && Packages.Weave(path, surroundings) is { } package)
            {
                Note(simpleName, path, Treatment.Controlled);
                return Register(LoadImage(package), path);
            }

            if (treatment != Treatment.Shared)
            {
                Note(simpleName, path, Treatment.Copied);
                return LoadFromAssemblyPath(path);
            }
        }

        return shared.Assemblies.FirstOrDefault(candidate => candidate.GetName().Name == simpleName) ?? LoadShared(assemblyName);
    }

    /// <summary>The platform looks for native code beside an assembly, and a woven one lies nowhere.</summary>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        var folders = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in surroundings is null ? [] : folders.Append(surroundings.Folder))
        {
            foreach (var file in new[] { unmanagedDllName, $"lib{unmanagedDllName}.so", $"lib{unmanagedDllName}.dylib", $"{unmanagedDllName}.dll" })
            {
                if (File.Exists(Path.Combine(folder, file)) && NativeLibrary.TryLoad(Path.Combine(folder, file), out var library))
                    return library;
            }
        }

        return IntPtr.Zero;
    }

    private Assembly LoadImage(WovenAssembly assembly)
    {
        using var image = new MemoryStream(assembly.Bytes);
        using var symbols = assembly.Pdb is null ? null : new MemoryStream(assembly.Pdb);
        return LoadFromStream(image, symbols);
    }

    private void Note(string simpleName, string path, Treatment treatment)
    {
        if (References.IsPlatform(simpleName))
            return;
        lock (beside)
        {
            beside[simpleName] = treatment;
            if (treatment == Treatment.Controlled && Surroundings.KeepsStatics(path))
                lasting.Add(simpleName);
        }
    }

    private Assembly Register(Assembly loaded, string? path)
    {
        SiteTable.Register(loaded);
        if (path is not null)
        {
            lock (origins)
                origins[loaded] = path;
        }

        ModuleInitializers.Register(loaded);
        return loaded;
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
