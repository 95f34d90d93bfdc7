using System.Runtime.CompilerServices;
using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// How operations and tasks meet: tasks stay the platform's own objects, and the engine adds who waits for them and what
/// their completion makes visible to whom.
/// </summary>
internal static class TaskSync
{
    public static TaskState Of(Execution execution, Task task) => execution.State(task, static _ => new TaskState());

    /// <summary>Says that <paramref name="task"/> will be completed under control.</summary>
    public static T Known<T>(T task)
        where T : Task
    {
        if (Operation.Current is { } operation)
            Of(operation.Execution, task).Known = true;
        return task;
    }

    /// <summary>The same of a task that stands for a wait of <paramref name="source"/>.</summary>
    /// <param name="task">The task.</param>
    /// <param name="wanted">What is waited for.</param>
    /// <param name="source">The channel, or what else it is.</param>
    public static void Known(Task task, WaitKind wanted, object source)
    {
        if (Operation.Current is not { } operation)
            return;
        var state = Of(operation.Execution, task);
        (state.Known, state.Wanted, state.WantedAt, state.Source) = (true, wanted, operation.Site, source);
    }

    /// <summary>To be called right before <paramref name="task"/> is completed: publishes what was done so far.</summary>
    public static void Completing(Task task)
    {
        if (Operation.Current is { } operation && !task.IsCompleted)
            Of(operation.Execution, task).Release(operation);
    }

    /// <summary>
    /// The same for the task of an async method. Its builder's first field is the task once the method has suspended; before,
    /// nobody else can have it.
    /// </summary>
    public static void Completing<TBuilder>(ref TBuilder builder)
        where TBuilder : struct
    {
        if (Unsafe.As<TBuilder, object?>(ref builder) is Task task)
            Finishing(task);
    }

    /// <summary>
    /// The same for a task whose body has come to its end. On simulated cores nobody may see that before the time at which it
    /// happens, so all that is done earlier is done first.
    /// </summary>
    public static void Finishing(Task task)
    {
        if (Operation.Current is { } operation)
        {
            operation.Execution.CatchUp(operation, task);
            operation.Execution.DelayedStores.BeforeEnd(operation);
            operation.Execution.LateEnds.Before(operation, task);
        }

        Completing(task);
    }

    /// <summary>Another operation may run first; then, if the task is completed, what it published is visible.</summary>
    /// <param name="operation">Who looks.</param>
    /// <param name="task">At what.</param>
    /// <param name="asks">Whether it goes on whatever it sees: it asks how the task stands, and does not wait for it.</param>
    public static void Look(Operation operation, Task task, bool asks = false)
    {
        var execution = operation.Execution;
        execution.Yield(operation, new Step(StepKind.Read, task, 0, operation.Site));
        if (asks)
            execution.LateEnds.Asked(operation, task.IsCompleted, Of(execution, task));
        if (task.IsCompleted)
            Of(execution, task).Acquire(operation);
    }

    /// <summary>Runs <paramref name="hook"/> on the operation that completes <paramref name="task"/>, during its completion.</summary>
    /// <param name="execution">Where the task belongs.</param>
    /// <param name="task">The task.</param>
    /// <param name="hook">Called with the operation that completes the task.</param>
    /// <param name="queues">
    /// Whether the hook only starts something elsewhere. As on the platform, such hooks come before all that goes on inside.
    /// </param>
    public static void OnCompleted(Execution execution, Task task, Action<Operation> hook, bool queues = false)
    {
        if (!Of(execution, task).IsControlled)
            execution.Awaits.Follow(new TaskAwait(Operation.Current?.Site ?? -1, task));
        _ = task.ContinueWith(
            static (completed, back) => ((WayBack)back!).Completed(completed),
            WayBack.To(execution, hook),
            CancellationToken.None,
            queues
                ? TaskContinuationOptions.HideScheduler
                : TaskContinuationOptions.ExecuteSynchronously | TaskContinuationOptions.HideScheduler,
            InlineScheduler.Instance);
    }

    /// <summary>Blocks until the task is completed; false when the time ran out first.</summary>
    public static bool Wait(Operation operation, Task task, long milliseconds = -1, CancellationToken token = default)
    {
        var execution = operation.Execution;
        Look(operation, task, asks: milliseconds == 0);
        if (!task.IsCompleted && milliseconds < 0 && !token.CanBeCanceled && Of(execution, task).Scheduler is { } own)
            Own.TryRunInline(own, task, taskWasPreviouslyQueued: true);
        if (!task.IsCompleted)
        {
            var state = Of(execution, task);
            Watch(execution, task, state);
            if (!execution.Block(operation, state.Queue, Awaited(execution, task), milliseconds, token))
                return false;
        }

        Of(execution, task).Acquire(operation);
        return true;
    }

    /// <summary>
    /// Lets <paramref name="to"/>, which the platform completes together with <paramref name="from"/>, publish what
    /// <paramref name="from"/> published. To be called before the platform links the two.
    /// </summary>
    public static void Flow(Operation operation, Task from, SyncState to)
    {
        if (from.IsCompleted)
            Of(operation.Execution, from).PassOn(to);
        else
            OnCompleted(operation.Execution, from, PassOn);

        // Whoever completes a task that is made of others need not have done what they did.
        void PassOn(Operation completer)
        {
            to.Release(completer);
            Of(completer.Execution, from).PassOn(to);
        }
    }

    /// <summary>What somebody waits for who waits for the task.</summary>
    public static Wait Awaited(Execution execution, Task task)
    {
        var state = Of(execution, task);
        if (state is { Wanted: { } wanted, Source: { } source })
        {
            ObjectNames.Meet(execution, source, state.WantedAt);
            return new Wait(wanted) { Targets = [source] };
        }

        return state.Known ? new Wait(WaitKind.Task) : new Wait(WaitKind.ForeignTask) { Name = TaskOrigin.Of(execution, task) };
    }

    /// <summary>Makes <see cref="TaskState.Queue"/> open when the task completes.</summary>
    private static void Watch(Execution execution, Task task, TaskState state)
    {
        if (state.Hooked)
            return;
        state.Hooked = true;
        OnCompleted(execution, task, _ => state.Queue.Set(true));
    }
}
