using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Weaving;

/// <summary>
/// [ThreadStatic] fields of woven code. Operations share threads, so each operation has a set of its own; on a thread that
/// is not under control, the thread has.
/// </summary>
internal static class ThreadStatics
{
    private static readonly ConditionalWeakTable<Operation, Dictionary<(RuntimeTypeHandle Type, int Field), object>> Operations = [];

    [ThreadStatic]
    private static Dictionary<(RuntimeTypeHandle Type, int Field), object>? own;

    /// <summary>The field's place for the running operation, at first with the default of its type.</summary>
    /// <param name="type">The declaring type: a generic one has the field once for each instantiation.</param>
    /// <param name="field">The field's metadata token.</param>
    public static ref T Of<T>(RuntimeTypeHandle type, int field)
    {
        var fields = Operation.Current is { } operation ? Operations.GetOrCreateValue(operation) : own ??= [];
        if (!fields.TryGetValue((type, field), out var box))
            fields.Add((type, field), box = new StrongBox<T>());
        return ref Unsafe.As<StrongBox<T>>(box).Value!;
    }
}
