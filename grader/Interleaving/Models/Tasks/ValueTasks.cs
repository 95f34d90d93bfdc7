using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// What lies behind a ValueTask: a task, a promise of the engine's that is used once, or a source of the program's own (an
/// async iterator). Sources have no identity that both sides see, so all of an execution's share one clock: that may hide a
/// race, but never invents one.
/// </summary>
internal static class ValueTasks
{
    private static readonly object SourcesKey = new();

    /// <summary>The same as <see cref="TaskSync.Known{T}(T)"/>, of a task or what lies behind a ValueTask.</summary>
    public static T Known<T>(T task)
    {
        if (Behind(ref task) is { } real)
            TaskSync.Known(real);
        return task;
    }

    /// <summary>The task behind a ValueTask or an awaiter, whose first reference it is; null when there is none.</summary>
    public static Task? Behind<T>(ref T awaitable)
        where T : allows ref struct
    {
        var first = Unsafe.As<T, object?>(ref awaitable);
        return first as Task ?? (first as ISingleUse)?.Task;
    }

    public static ISingleUse? SingleUse<T>(ref T awaitable)
        where T : allows ref struct => Unsafe.As<T, object?>(ref awaitable) as ISingleUse;

    /// <summary>To be called before a continuation is registered with an awaiter of any kind.</summary>
    /// <exception cref="InvalidOperationException">The awaiter's promise takes no other.</exception>
    public static void Continue<TAwaiter>(ref TAwaiter awaiter)
    {
        if (AwaiterKind<TAwaiter>.Value is AwaitKind.Task or AwaitKind.Configured)
            SingleUse(ref awaiter)?.Continue();
    }

    /// <summary>The clock of all sources of this execution.</summary>
    public static SyncState Sources(Execution execution) => execution.State(SourcesKey, static _ => new SyncState());
}
