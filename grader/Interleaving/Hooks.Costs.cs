using System.Numerics;
using Interleaving.Models.Memory;
using Interleaving.Scheduling;

namespace Interleaving;

/// <content>What calls of the platform cost on simulated cores; elsewhere nothing is measured.</content>
internal static partial class Hooks
{
    private static bool Costs => Operation.Current is { Execution.Caches: not null };

    public static long LengthOf(object? collection) => Costs ? Lengths.Of(collection) : 0;

    public static long OrLengthOf(long length, object? collection) => Costs ? Math.Max(length, Lengths.Of(collection)) : 0;

    public static long OrLengthOfSpan<T>(long length, Span<T> span) => Math.Max(length, span.Length);

    public static long OrLengthOfReadOnlySpan<T>(long length, ReadOnlySpan<T> span) => Math.Max(length, span.Length);

    /// <summary>The platform is about to go through so many items, or to sort them.</summary>
    public static void Charge(long items, bool sorting)
    {
        if (items <= 0 || Operation.Current is not { Execution.Caches: not null } operation)
            return;
        var units = sorting ? items * BitOperations.Log2((ulong)items | 1) : items;
        (operation.Work, operation.Charged) = (operation.Work + units, operation.Charged + units);
        if (operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: false);
    }
}
