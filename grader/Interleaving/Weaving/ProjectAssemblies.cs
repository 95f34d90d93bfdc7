using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Interleaving.Weaving;

/// <summary>
/// An assembly of tests and those of its references that are somebody's own code: they lie beside it and have their PDB with
/// them. Packages do not bring theirs.
/// </summary>
internal static class ProjectAssemblies
{
    private static readonly string[] NeverWoven = ["Interleaving", "Interleaving.NUnit", "Judge", "grader"];

    /// <summary>Whether this assembly is under control as it stands: woven, or written in terms of the engine's own models.</summary>
    public static bool IsControlled(Assembly assembly) => SiteTable.IsIn(assembly)
        || NeverWoven.Contains(assembly.GetName().Name)
        || assembly.IsDefined(typeof(ControlledByHandAttribute), inherit: false);

    /// <summary>Where the woven copies of an assembly and of its own references live together.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no file to weave.</exception>
    public static WovenContext Load(Assembly tests)
    {
        var name = tests.GetName().Name!;
        if (tests.IsDynamic || tests.Location.Length == 0)
        {
            throw new InvalidOperationException(
                $"{name} was not loaded from a file, so there is nothing to weave: build it to a .dll, not to a single file.");
        }

        var context = new WovenContext("woven " + name);
        foreach (var woven in Weave(tests))
            context.Add(woven);
        return context;
    }

    private static List<WovenAssembly> Weave(Assembly tests)
    {
        var folder = Path.GetDirectoryName(tests.Location) ?? "";
        var own = Closure(tests.Location, folder);
        var others = Directory.EnumerateFiles(folder, "*.dll").Except(own).ToList();
        var images = own.ConvertAll(File.ReadAllBytes);
        var woven = new List<WovenAssembly>();
        var site = Sites.Next;
        for (var i = 0; i < own.Count; i++)
        {
            var pdb = Path.ChangeExtension(own[i], ".pdb");
            var result = Weaver.Weave(
                images[i],
                File.Exists(pdb) ? File.ReadAllBytes(pdb) : null,
                new WeaveOptions
                {
                    FirstSite = site,
                    References = images,
                    ReferencePaths = others,

                    // Optimised code blurs the lines that breakpoints and assertion messages go by; it was no faster here either.
                    Debuggable = true,
                });
            site = result.NextSite;
            woven.Add(result);
        }

        return woven;
    }

    private static List<string> Closure(string root, string folder)
    {
        var found = new List<string> { root };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var name in References(found[i]))
            {
                var path = Path.Combine(folder, name + ".dll");
                if (!NeverWoven.Contains(name) && !found.Contains(path) && File.Exists(path)
                    && File.Exists(Path.ChangeExtension(path, ".pdb")))
                    found.Add(path);
            }
        }

        return found;
    }

    private static List<string> References(string path)
    {
        using var pe = new PEReader(File.OpenRead(path));
        var metadata = pe.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
