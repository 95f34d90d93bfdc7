using System.Reflection;
using Interleaving.Naming;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Module initialisers set up static state that starts anew in each execution, and so they run again at the start of each.
/// </summary>
internal static class ModuleInitializers
{
    private const string Name = "<Begin>";

    private static volatile Action[] known = [];

    /// <summary>Takes the initialiser of a module away from the runtime.</summary>
    public static void Take(ModuleDefinition module)
    {
        if (module.Types.FirstOrDefault(type => type.Name == CompilerNames.Module)?.Methods.FirstOrDefault(method => method.Name == ".cctor") is not { } initializer)
            return;
        initializer.Name = Name;
        initializer.IsSpecialName = false;
        initializer.IsRuntimeSpecialName = false;
        initializer.IsAssembly = true;
    }

    /// <summary>A woven assembly was loaded: its initialiser runs now, and from now on at the start of each execution.</summary>
    public static void Register(Assembly assembly)
    {
        if (assembly.ManifestModule.GetMethod(Name, BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public, null, CallingConventions.Any, [], null) is not { } method)
            return;
        var initialise = method.CreateDelegate<Action>();
        known = [.. known, initialise];
        initialise();
    }

    /// <summary>Another program comes: those of the one before it must not run in its executions.</summary>
    public static void Clear() => known = [];

    public static void Run()
    {
        foreach (var initialise in known)
            initialise();
    }
}
