using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>What all of the platform's awaiters have in common: a task, or a source, as their first reference.</summary>
internal static class AwaiterLook
{
    /// <summary>Before the awaiter is asked whether it needs to wait.</summary>
    public static void Look<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : struct
    {
        if (Operation.Current is not { } operation)
            return;
        if (ValueTasks.Behind(ref awaiter) is { } task)
            TaskSync.Look(operation, task);
    }

    /// <summary>A continuation registered by hand, or by a builder of the program's own.</summary>
    public static void OnCompleted<TAwaiter>(ref TAwaiter awaiter, Action continuation)
        where TAwaiter : INotifyCompletion
    {
        if (Operation.Current is { } operation && AwaiterKind<TAwaiter>.Value != AwaitKind.Other)
        {
            ValueTasks.Continue(ref awaiter);
            Awaiting.OnCompleted(operation, ref awaiter, AsyncInvocations.None, Flow.Along(continuation));
        }
        else
        {
            awaiter.OnCompleted(continuation);
        }
    }

    /// <summary>
    /// Before the awaiter is asked for the result: blocks if it is not there yet, as GetAwaiter().GetResult() of a task does. A
    /// promise that is used once refuses to be asked before.
    /// </summary>
    public static void Wait<TAwaiter>(ref TAwaiter awaiter)
        where TAwaiter : struct
    {
        if (Operation.Current is not { } operation)
            return;
        if (ValueTasks.Behind(ref awaiter) is not { } task)
            ValueTasks.Sources(operation.Execution).Acquire(operation);
        else if (task.IsCompleted)
            TaskSync.Of(operation.Execution, task).Acquire(operation);
        else if (ValueTasks.SingleUse(ref awaiter) is null)
            TaskSync.Wait(operation, task);
    }
}
