using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// What lies behind a ValueTask: a task, or a source of the program's own (an async iterator). Sources have no identity
/// that both sides see, so all of an execution's share one clock: that may hide a race, but never invents one.
/// </summary>
internal static class ValueTasks
{
    private static readonly object SourcesKey = new();

    public static void Known(ValueTask task)
    {
        if (Unsafe.As<ValueTask, object?>(ref task) is Task real)
            TaskSync.Known(real);
    }

    public static void Known<T>(ValueTask<T> task)
    {
        if (Unsafe.As<ValueTask<T>, object?>(ref task) is Task real)
            TaskSync.Known(real);
    }

    /// <summary>The clock of all sources of this execution.</summary>
    public static SyncState Sources(Execution execution) => execution.State(SourcesKey, static _ => new SyncState());
}
