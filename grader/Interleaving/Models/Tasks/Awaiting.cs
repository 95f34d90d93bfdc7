using System.Runtime.CompilerServices;
using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// Where the rest of an async method runs once what it awaits is completed: just where the platform would run it, but
/// never on a thread that is not under control.
/// </summary>
internal static class Awaiting
{
    /// <summary>
    /// Completions that go on inside of one another before one is queued. The platform looks at the stack that is left, which is not the same
    /// on all machines.
    /// </summary>
    private const int MostInside = 500;

    /// <summary>Registers <paramref name="continuation"/> with whatever <paramref name="awaiter"/> awaits.</summary>
    public static void OnCompleted<TAwaiter>(Operation operation, ref TAwaiter awaiter, int invocation, Action continuation)
        where TAwaiter : INotifyCompletion
    {
        var kind = AwaiterKind<TAwaiter>.Value;
        if (kind == AwaitKind.Yield)
        {
            var (again, left) = Leave(operation, null, invocation, continuation);
            Resume(operation, Place.Of(operation), again, left, queue: true);
            return;
        }

        if (kind != AwaitKind.Other && ValueTasks.Behind(ref awaiter) is { } task)
        {
            var place = AwaiterKind<TAwaiter>.CapturesContext(ref awaiter) ? Place.Of(operation) : default;
            OnCompleted(operation, task, place, invocation, continuation);
            return;
        }

        var (resume, pending) = Leave(operation, null, invocation, continuation);
        var captured = kind != AwaitKind.Other && AwaiterKind<TAwaiter>.CapturesContext(ref awaiter) ? Place.Of(operation) : default;
        var go = WayBack.To(operation.Execution, () =>
        {
            // An awaiter of the program's own calls where it wants the rest to run. So does a source behind a ValueTask, unless a context
            // was captured: to that it posts, even from within (ManualResetValueTaskSourceCore).
            if (captured.IsNowhere)
                resume();
            else
                Resume(Operation.Current!, captured, resume, pending, queue: true);
        });
        if (awaiter is ICriticalNotifyCompletion)
            ((ICriticalNotifyCompletion)(object)awaiter).UnsafeOnCompleted(go);
        else
            awaiter.OnCompleted(go);
    }

    private static void OnCompleted(
        Operation operation, Task task, Place place, int invocation, Action continuation)
    {
        var execution = operation.Execution;
        var (resume, pending) = Leave(operation, task, invocation, continuation);
        if (task.IsCompleted)
        {
            // As the platform does when the task was completed since somebody looked: never on the stack of who awaits it.
            Resume(operation, place, resume, pending, queue: true);
            return;
        }

        // Of several who await, only the first goes on inside the completion: the platform does not let it delay the others.
        var state = TaskSync.Of(execution, task);
        var queue = state.Awaited || task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);
        state.Awaited = true;
        TaskSync.OnCompleted(execution, task, completer => Resume(completer, place, resume, pending, queue), queue);
    }

    /// <summary>Wraps the continuation so that what was done before the await happens before what comes after.</summary>
    private static (Action Resume, PendingAwait Pending) Leave(Operation operation, Task? task, int invocation, Action continuation)
    {
        AsyncInvocations.Suspend(operation, task, invocation);
        var past = new SyncState();
        past.Release(operation);
        var pending = new TaskAwait(operation.Site, task);
        var listed = operation.Execution.Awaits.Begin(pending);
        return (GoOn, pending);

        void GoOn()
        {
            var current = Operation.Current!;
            current.Execution.Awaits.End(listed);
            past.Acquire(current);
            if (task is not null)
                TaskSync.Of(current.Execution, task).Acquire(current);
            AsyncInvocations.Resume(current, invocation);
            continuation();
        }
    }

    private static void Resume(Operation completer, Place place, Action resume, PendingAwait pending, bool queue)
    {
        if (place.Scheduler is { } own)
        {
            // On the stack of whoever completes, if it runs under that scheduler or on a pool's thread, and the scheduler agrees.
            var inline = !queue && (!completer.IsThread || ReferenceEquals(completer.Scheduler, own));
            Queue(completer, resume, resume => TaskBody.StartOn(own, TaskBody.Cold(resume, null, default, TaskCreationOptions.DenyChildAttach), inline));
        }
        else if (place.Context is { } context)
        {
            if (!queue && ReferenceEquals(completer.AwaitContext, context))
            {
                resume();
            }
            else
            {
                pending.Posted = context;
                Queue(completer, resume, resume => SynchronizationContextModel.Post(context, static state => ((Action)state!)(), resume));
            }
        }
        else if (queue || completer.AwaitContext is not null || completer.Scheduler is not null || IsDeep(completer))
        {
            completer.Execution.Spawn(completer.Execution.NameFor("continuation"), resume, goesOn: true);
        }
        else
        {
            completer.Inside++;
            try
            {
                resume();
            }
            finally
            {
                completer.Inside--;
            }
        }
    }

    private static bool IsDeep(Operation completer) =>
        completer.Inside == MostInside || !RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>Hands the rest of a method to code of the program's own, which runs it on an operation of its choice.</summary>
    private static void Queue(Operation completer, Action resume, Action<Action> queue)
    {
        var (round, between) = (completer.Loops.NextRound(goesOn: true), completer.Loops.IsBetween);
        queue(WayBack.To(completer.Execution, () =>
        {
            Operation.Current!.Loops.GoOn(round, between);
            resume();
        }));
        completer.Execution.Liveness.WentRound(completer, round, null);
    }

    /// <summary>Where the rest of an async method wants to run; nowhere in particular when both are null.</summary>
    private readonly record struct Place(SynchronizationContext? Context, TaskScheduler? Scheduler)
    {
        public bool IsNowhere => Context is null && Scheduler is null;

        public static Place Of(Operation operation) =>
            operation.AwaitContext is { } context ? new Place(context, null) : new Place(null, Own.Scheduler(null));
    }
}
