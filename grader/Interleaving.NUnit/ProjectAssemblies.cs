using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Interleaving.Weaving;

namespace Interleaving.NUnit;

/// <summary>
/// A test assembly and those of its references that are somebody's own code: they lie beside it and have their PDB with
/// them. Packages do not bring theirs.
/// </summary>
internal static class ProjectAssemblies
{
    private static readonly string[] NeverWoven = ["Interleaving", "Interleaving.NUnit", "Judge", "grader"];

    public static List<WovenAssembly> Weave(Assembly tests)
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
