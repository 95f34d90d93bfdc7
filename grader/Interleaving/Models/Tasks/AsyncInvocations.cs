using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Tells the recorder, if there is one, which run of which async method goes on where.</summary>
internal static class AsyncInvocations
{
    /// <summary>No recorder, or a method that has no invocation of its own.</summary>
    public const int None = -1;

    public static void Start<TStateMachine>(ref TStateMachine machine)
        where TStateMachine : IAsyncStateMachine
    {
        if (Operation.Current is { Execution.Recorder: { } recorder } operation)
            recorder.AsyncStarted(operation, machine);
    }

    public static int Current(Operation operation) => operation.Execution.Recorder?.CurrentStrand(operation) ?? None;

    /// <summary>Notes whose task the builder has just made.</summary>
    public static void Bind<TBuilder>(Operation operation, ref TBuilder builder, int invocation)
        where TBuilder : struct
    {
        if (Unsafe.As<TBuilder, object?>(ref builder) is not Task task)
            return;
        var state = TaskSync.Of(operation.Execution, task);
        state.Site = operation.Site;
        if (invocation != None)
            state.AsyncInvocation = invocation;
    }

    /// <summary>The current method gives its thread back until <paramref name="task"/> is completed.</summary>
    public static void Suspend(Operation operation, Task? task, int invocation)
    {
        if (invocation == None || operation.Execution.Recorder is not { } recorder)
            return;
        if (task is not null && TaskSync.Of(operation.Execution, task).AsyncInvocation is >= 0 and var awaited)
            recorder.AsyncAwaited(operation, awaited);
        recorder.AsyncSuspended(operation, invocation);
    }

    public static void Resume(Operation operation, int invocation)
    {
        if (invocation != None)
            operation.Execution.Recorder?.AsyncResumed(operation, invocation);
    }

    public static void Return()
    {
        if (Operation.Current is { Execution.Recorder: { } recorder } operation)
            recorder.AsyncReturned(operation, recorder.CurrentStrand(operation));
    }
}
