using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// Where the rest of an async method runs once what it awaits is completed: just where the platform would run it, but
/// never on a thread that is not under control.
/// </summary>
internal static class Awaiting
{
    /// <summary>Registers <paramref name="continuation"/> with whatever <paramref name="awaiter"/> awaits.</summary>
    public static void OnCompleted<TAwaiter>(Operation operation, ref TAwaiter awaiter, int strand, Action continuation)
        where TAwaiter : INotifyCompletion
    {
        var kind = AwaiterKind<TAwaiter>.Value;
        if (kind == AwaitKind.Yield)
        {
            Resume(operation, operation, operation.AwaitContext, Leave(operation, null, strand, continuation), queue: true);
            return;
        }

        if (kind != AwaitKind.Other && Unsafe.As<TAwaiter, object?>(ref awaiter) is Task task)
        {
            var context = AwaiterKind<TAwaiter>.CapturesContext(ref awaiter) ? operation.AwaitContext : null;
            OnCompleted(operation, task, context, strand, continuation);
            return;
        }

        var resume = Leave(operation, null, strand, continuation);
        var captured = operation.AwaitContext;
        void Go()
        {
            if (Operation.Current is { } completer)
                Resume(completer, completer, captured, resume, queue: false);
            else
                operation.Execution.Escaped();
        }

        if (awaiter is ICriticalNotifyCompletion)
            ((ICriticalNotifyCompletion)(object)awaiter).UnsafeOnCompleted(Go);
        else
            awaiter.OnCompleted(Go);
    }

    private static void OnCompleted(
        Operation operation, Task task, SynchronizationContext? context, int strand, Action continuation)
    {
        var execution = operation.Execution;
        var resume = Leave(operation, task, strand, continuation);
        TaskSync.OnCompleted(execution, task, completer =>
            Resume(operation, completer, context, resume, task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously)));
    }

    /// <summary>Wraps the continuation so that what was done before the await happens before what comes after.</summary>
    private static Action Leave(Operation operation, Task? task, int strand, Action continuation)
    {
        AsyncStrand.Suspend(operation, task, strand);
        var past = new SyncState();
        past.Release(operation);
        var pending = operation.Execution.Awaits.AddLast(new PendingAwait(operation.Site, task));
        return () =>
        {
            var current = Operation.Current!;
            pending.List?.Remove(pending);
            past.Acquire(current);
            if (task is not null)
                TaskSync.Of(current.Execution, task).Acquire(current);
            AsyncStrand.Resume(current, strand);
            continuation();
        };
    }

    private static void Resume(
        Operation awaiting, Operation completer, SynchronizationContext? context, Action resume, bool queue)
    {
        if (context is not null)
        {
            if (!queue && ReferenceEquals(completer.AwaitContext, context))
                resume();
            else
                SynchronizationContextModel.Post(context, static state => ((Action)state!)(), resume);
        }
        else if (queue || completer.AwaitContext is not null)
        {
            var execution = completer.Execution;
            execution.Spawn(execution.NameFor("continuation"), resume);
        }
        else
        {
            resume();
        }
    }
}
