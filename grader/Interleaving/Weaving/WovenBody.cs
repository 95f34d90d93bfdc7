using System.Collections.Concurrent;
using System.Reflection;

namespace Interleaving.Weaving;

/// <summary>Finds the woven twin of a body that was given as a delegate of plain code.</summary>
internal static class WovenBody
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<WovenContext>> Contexts = [];

    /// <summary>
    /// What to call for the body of each execution: the body itself where it is under control already, otherwise its twin. The
    /// twin works on a copy of what the body captured: every execution starts from the same values, and the originals stay.
    /// </summary>
    /// <exception cref="InvalidOperationException">The body has no file to weave, or captures what cannot be copied.</exception>
    public static Func<T> Of<T>(T body)
        where T : Delegate
    {
        var assembly = body.Method.Module.Assembly;
        if (ProjectAssemblies.IsControlled(assembly))
            return () => body;
        var context = ContextOf(assembly);

        // Once for nothing, so that what cannot be copied is said here and not by every execution.
        _ = Copy();
        return Copy;

        T Copy() => (T)new TwinCopy(context).Of(body)!;
    }

    /// <summary>Where the woven copy of an assembly lives; made once.</summary>
    /// <exception cref="InvalidOperationException">The assembly has no file to weave.</exception>
    public static WovenContext ContextOf(Assembly assembly) =>
        Contexts.GetOrAdd(assembly, static own => new Lazy<WovenContext>(() => ProjectAssemblies.Load(own))).Value;
}
