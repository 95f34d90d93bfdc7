using System.Collections.Frozen;
using Mono.Cecil;

namespace Interleaving.Weaving;

/// <summary>
/// Members of the platform that are made for several threads and are no more than state: a call is a point at which others may
/// come between, and what was done before one comes before what is done after another.
/// </summary>
internal static class Ordered
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Runtime.CompilerServices.ConditionalWeakTable`2", "System.WeakReference", "System.WeakReference`1");

    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "System.Threading.PeriodicTimer.get_Period", "System.Threading.PeriodicTimer.set_Period", "System.Threading.Thread.get_IsBackground",
        "System.Threading.Thread.get_Name", "System.Threading.Thread.get_Priority", "System.Threading.Thread.set_IsBackground",
        "System.Threading.Thread.set_Name", "System.Threading.Thread.set_Priority", "System.Timers.Timer.get_AutoReset", "System.Timers.Timer.get_Enabled",
        "System.Timers.Timer.get_Interval", "System.Timers.Timer.set_AutoReset", "System.Timers.Timer.set_Enabled", "System.Timers.Timer.set_Interval");

    /// <summary>Static properties that each thread has its own value of.</summary>
    private static readonly FrozenSet<string> PerThread = FrozenSet.Create(
        StringComparer.Ordinal, "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture");

    /// <summary>A call on an object that orders it.</summary>
    public static bool Is(MethodReference callee)
    {
        if (!callee.HasThis || callee.Name == ".ctor")
            return false;
        var type = callee.DeclaringType.GetElementType().FullName;
        return Types.Contains(type) || Members.Contains($"{type}.{callee.Name}");
    }

    /// <summary>A static property of the platform that can be set, by the name of its type and its own; null for any other call.</summary>
    public static string? StaticProperty(MethodReference callee)
    {
        if (callee.HasThis || callee.Name.Length < 4 || callee.Name[1..4] != "et_" || TypeShapes.TryResolve(callee) is not { IsSpecialName: true } accessor)
            return null;
        var name = $"{callee.DeclaringType.GetElementType().FullName}.{callee.Name[4..]}";
        return !PerThread.Contains(name) && accessor.DeclaringType.Properties.Any(property => property.Name == callee.Name[4..] && property.SetMethod is { IsPublic: true })
            ? name
            : null;
    }
}
