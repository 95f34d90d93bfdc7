using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Interleaving.Models;
using Interleaving.Platform;

namespace Interleaving.Weaving;

/// <summary>What becomes of an assembly that a test uses.</summary>
internal enum Treatment
{
    /// <summary>It stays the process's own, for woven and other code alike.</summary>
    Shared,

    /// <summary>It is loaded beside the woven ones as it is, since it refers to one of them.</summary>
    Copied,

    /// <summary>It is woven so that tasks, locks, time and static state in it are under control.</summary>
    Controlled,

    /// <summary>It is woven like the test itself, and races are looked for in it.</summary>
    Woven,
}

/// <summary>
/// The assemblies around one assembly of tests: which of them are somebody's own code, which come from packages, and which are
/// the platform's.
/// </summary>
internal sealed class Surroundings
{
    /// <summary>Test frameworks and the engine: they run the tests, and find their own types in them.</summary>
    private static readonly string[] Runners =
    [
        "Mono.Cecil", "nunit", "xunit", "MSTest", "Microsoft.TestPlatform", "Microsoft.VisualStudio.TestPlatform",
        "Microsoft.VisualStudio.TestTools", "Microsoft.Testing", "Microsoft.VisualStudio.CodeCoverage", "testhost", "coverlet", "Shouldly", "DiffEngine",
        "EmptyFiles", "JetBrains",
    ];

    private static readonly string[] Engine = ["Interleaving", "Interleaving.NUnit", "Interleaving.Xunit", "Interleaving.MSTest", "Judge", "grader"];

    /// <summary>They make types at run time, which are not woven, and remember them from one execution to the next.</summary>
    private static readonly string[] Proxies = ["Castle.Core", "Moq", "NSubstitute", "FakeItEasy"];

    /// <summary>Of the platform, those that do everyday work in tasks of their own.</summary>
    private static readonly string[] PlatformControlled =
    [
        "System.Data.Common", "System.IO.Pipelines", "System.Linq.AsyncEnumerable", "System.Net.Http", "System.Threading.RateLimiting",
        "System.Threading.Tasks.Dataflow",
    ];

    /// <summary>The engine's models are written in terms of the process's own types.</summary>
    private static readonly HashSet<string> Modelled = RedirectTable.Instance.Assemblies;

    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Treatment> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> projects = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<WeavingAttribute> wishes;
    private readonly string tests;

    public Surroundings(Assembly tests)
    {
        this.tests = tests.GetName().Name!;
        wishes = [.. tests.GetCustomAttributes<WeavingAttribute>()];
        Folder = Path.GetDirectoryName(tests.Location) ?? "";
        foreach (var path in Directory.EnumerateFiles(Folder, "*.dll"))
            paths[Path.GetFileNameWithoutExtension(path)] = path;
        ReadDependencies(Path.ChangeExtension(tests.Location, ".deps.json"));
    }

    public string Folder { get; }

    /// <summary>All assemblies in the folder of the tests.</summary>
    public IEnumerable<string> Files => paths.Values;

    /// <summary>The file of an assembly; null when there is none, or it is the core library's.</summary>
    public string? PathOf(string name) => paths.GetValueOrDefault(name) ?? Platform.References.PathOf(name);

    public Treatment Of(string name)
    {
        lock (known)
        {
            if (known.TryGetValue(name, out var treatment))
                return treatment;

            // Assemblies of the platform refer to one another in circles.
            known[name] = Treatment.Shared;
            return known[name] = Find(name);
        }
    }

    /// <summary>Whether static state of the assembly stays from one execution to the next.</summary>
    public static bool KeepsStatics(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        return IsOfRuntime(path) || pe.GetMetadataReader().GetTableRowCount(TableIndex.ModuleRef) > 0;
    }

    public static List<string> References(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        if (!pe.HasMetadata)
            return [];
        var metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static Treatment Of(WeavingScope scope) => scope switch
    {
        WeavingScope.None => Treatment.Copied,
        WeavingScope.Control => Treatment.Controlled,
        WeavingScope.Races => Treatment.Woven,
        _ => throw new InvalidOperationException($"There is no scope {scope}."),
    };

    private Treatment Find(string name)
    {
        if (string.Equals(name, tests, StringComparison.OrdinalIgnoreCase))
            return Treatment.Woven;
        if (Array.IndexOf(Engine, name) >= 0 || Array.Exists(Runners, runner => Starts(name, runner)) || Modelled.Contains(name) || PathOf(name) is not { } path || !IsManaged(path))
            return Treatment.Shared;
        if (wishes.LastOrDefault(wish => wish.Covers(name)) is { } wish)
            return Of(wish.Scope);
        if (projects.Contains(name))
            return Treatment.Woven;
        if (Platform.References.IsPlatform(name) && (!paths.ContainsKey(name) || paths.ContainsKey("System.Private.CoreLib")))
        {
            return Array.IndexOf(PlatformControlled, name) >= 0 ? Treatment.Controlled
                : References(path).Exists(reference => Of(reference) != Treatment.Shared) ? Treatment.Copied
                : Treatment.Shared;
        }

        if (Array.Exists(Proxies, proxy => Starts(name, proxy)))
            return Treatment.Copied;
        return !packages.Contains(name) && File.Exists(Path.ChangeExtension(path, ".pdb")) ? Treatment.Woven : Treatment.Controlled;
    }

    private static bool Starts(string name, string with) => name.StartsWith(with, StringComparison.OrdinalIgnoreCase)
        && (name.Length == with.Length || name[with.Length] is '.' or '3');

    private static bool IsOfRuntime(string path) =>
        path.StartsWith(Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(typeof(object).Assembly.Location)!)!)!, StringComparison.Ordinal);

    private static bool IsManaged(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        return pe.HasMetadata && pe.PEHeaders.CorHeader is not null;
    }

    private void ReadDependencies(string path)
    {
        if (!File.Exists(path))
            return;
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = document.RootElement;
        if (!root.TryGetProperty("libraries", out var libraries) || !root.TryGetProperty("targets", out var targets))
            return;
        foreach (var library in targets.EnumerateObject().SelectMany(target => target.Value.EnumerateObject()))
        {
            if (!library.Value.TryGetProperty("runtime", out var runtime)
                || !libraries.TryGetProperty(library.Name, out var described) || !described.TryGetProperty("type", out var type))
                continue;
            var set = type.GetString() == "project" ? projects : type.GetString() == "package" ? packages : null;
            foreach (var file in runtime.EnumerateObject())
                set?.Add(Path.GetFileNameWithoutExtension(file.Name));
        }
    }
}
