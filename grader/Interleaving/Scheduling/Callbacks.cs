using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>
/// Tells whether woven code was called back by code that is not woven, and that may hold a lock meanwhile. The stack has to be
/// looked at for it, so it is asked only in explorations that have met such a lock.
/// </summary>
internal static class Callbacks
{
    /// <summary>Of the platform, what calls back with no lock held, by the beginning of its full name.</summary>
    private static readonly string[] Safe =
    [
        "System.Threading.Tasks.", "System.Threading.ExecutionContext", "System.Threading.Thread", "System.Threading.Volatile",
        "System.Runtime.CompilerServices.Async", "System.Runtime.CompilerServices.Task", "System.Runtime.CompilerServices.ValueTask",
        "System.Runtime.CompilerServices.Pooling", "System.Runtime.CompilerServices.Configured", "System.Linq.", "System.Collections.Generic.",
        "System.Collections.ObjectModel.", "System.Array", "System.Reflection.", "System.RuntimeMethodHandle", "System.RuntimeType",
        "System.Activator", "System.Delegate", "System.MulticastDelegate", "System.Span", "System.MemoryExtensions", "System.String",
    ];

    private static readonly ConcurrentDictionary<MethodBase, Part> Known = new();

    private enum Part
    {
        Neutral,
        Woven,
        Foreign,
    }

    public static bool IsInOne()
    {
        var (woven, foreign) = (false, false);
        foreach (var frame in new StackTrace(fNeedFileInfo: false).GetFrames())
        {
            switch (frame.GetMethod() is { } method ? Known.GetOrAdd(method, PartOf) : Part.Foreign)
            {
                case Part.Woven when foreign:
                    return true;
                case Part.Woven:
                    woven = true;
                    break;
                case Part.Foreign:
                    foreign = woven;
                    break;
                case Part.Neutral:
                default:
                    break;
            }
        }

        return false;
    }

    private static Part PartOf(MethodBase method)
    {
        // A method made at run time has no type.
        if (method.DeclaringType is not { } type)
            return Part.Foreign;
        var assembly = type.Assembly;
        if (assembly == typeof(Callbacks).Assembly || assembly.GetName().Name is "Interleaving.NUnit")
            return Part.Neutral;
        if (SiteTable.IsIn(assembly))
            return Part.Woven;
        var name = type.FullName ?? type.Name;
        return Array.Exists(Safe, start => name.StartsWith(start, StringComparison.Ordinal)) ? Part.Neutral : Part.Foreign;
    }
}
