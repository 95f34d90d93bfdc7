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

    /// <summary>
    /// The task that a ValueTask is made into. Where that has a source, whoever answers it completes the task, and what it did so far
    /// happens before whatever waits for the task; a source that was answered before has been asked for the result.
    /// </summary>
    public static Task ToTask(ref ValueTask value)
    {
        var hasSource = HasSource(ref value);
        return SingleUse(ref value) is { } once ? once.ToTask() : Followed(value.AsTask(), hasSource);
    }

    /// <inheritdoc cref="ToTask(ref ValueTask)"/>
    public static Task<T> ToTask<T>(ref ValueTask<T> value)
    {
        var hasSource = HasSource(ref value);
        return SingleUse(ref value) is { } once ? (Task<T>)once.ToTask() : Followed(value.AsTask(), hasSource);
    }

    /// <summary>Whether it is more than a result.</summary>
    public static bool IsMore<T>(ref T value)
        where T : struct => Unsafe.As<T, object?>(ref value) is not null;

    private static bool HasSource<T>(ref T value)
        where T : struct => Unsafe.As<T, object?>(ref value) is not (null or Task or ISingleUse);

    private static T Followed<T>(T task, bool hasSource)
        where T : Task
    {
        TaskSync.Known(task);
        if (!hasSource || Operation.Current is not { } operation)
            return task;
        if (task.IsCompleted)
            Sources(operation.Execution).Acquire(operation);
        else
            TaskSync.OnCompleted(operation.Execution, task, completer => TaskSync.Of(completer.Execution, task).Release(completer), queues: true);
        return task;
    }

    /// <summary>The clock of all sources of this execution.</summary>
    public static SyncState Sources(Execution execution) => execution.State(SourcesKey, static _ => new SyncState());
}
