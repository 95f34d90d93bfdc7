using System.Reflection;
using Interleaving.SourceMap;

namespace Interleaving.Weaving;

/// <summary>An assembly of tests and those of its references that are somebody's own code, woven together.</summary>
internal static class ProjectAssemblies
{
    private static readonly string[] NeverWoven = ["Interleaving", "Interleaving.NUnit", "Interleaving.Xunit", "Interleaving.MSTest", "Judge", "grader"];

    /// <summary>Whether an assembly of this name is a part of the engine, or of what comes with it.</summary>
    public static bool IsEngines(string name) => NeverWoven.Contains(name);

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

        var surroundings = new Surroundings(tests);
        var context = new WovenContext("woven " + name, surroundings);
        foreach (var woven in Weave(tests, surroundings))
            context.Add(woven);
        return context;
    }

    private static List<WovenAssembly> Weave(Assembly tests, Surroundings surroundings)
    {
        var own = Closure(tests.Location, surroundings);
        var others = surroundings.Files.Except(own).ToList();
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
                    IsControlled = assembly => surroundings.Of(assembly) == Treatment.Controlled,

                    // Optimised code blurs the lines that breakpoints and assertion messages go by; it was no faster here either.
                    Debuggable = true,
                });
            site = result.NextSite;
            woven.Add(result);
        }

        return woven;
    }

    private static List<string> Closure(string root, Surroundings surroundings)
    {
        var found = new List<string> { root };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var name in Surroundings.References(found[i]))
            {
                if (surroundings.Of(name) == Treatment.Woven && surroundings.PathOf(name) is { } path && !found.Contains(path))
                    found.Add(path);
            }
        }

        return found;
    }
}
