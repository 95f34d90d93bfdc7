using System.Threading.Tasks.Sources;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// What async iterators, and sources of the program's own, complete their promises with. Continuations that are to run
/// elsewhere become operations; the platform would hand them to its thread pool.
/// </summary>
[Models(typeof(ManualResetValueTaskSourceCore<>), Passes =
[
    "Reset", "GetStatus", "GetResult", "get_Version", "get_RunContinuationsAsynchronously", "set_RunContinuationsAsynchronously",
])]
internal static class ValueTaskSourceModel
{
    public static void SetResult<T>(ref ManualResetValueTaskSourceCore<T> self, T result)
    {
        var elsewhere = Publish(ref self);
        self.SetResult(result);
        self.RunContinuationsAsynchronously = elsewhere;
    }

    public static void SetException<T>(ref ManualResetValueTaskSourceCore<T> self, Exception error)
    {
        var elsewhere = Publish(ref self);
        self.SetException(error);
        self.RunContinuationsAsynchronously = elsewhere;
    }

    public static void OnCompleted<T>(
        ref ManualResetValueTaskSourceCore<T> self,
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags)
    {
        if (Operation.Current is null)
            self.OnCompleted(continuation, state, token, flags);
        else if (self.GetStatus(token) != ValueTaskSourceStatus.Pending)
            Elsewhere(continuation, state);
        else if (self.RunContinuationsAsynchronously)
            self.OnCompleted(state => Elsewhere(continuation, state), state, token, flags);
        else
            self.OnCompleted(continuation, state, token, flags);
    }

    /// <summary>What was done so far happens before what comes after the await.</summary>
    internal static void Publish()
    {
        if (Operation.Current is { } operation)
            ValueTasks.Sources(operation.Execution).Release(operation);
    }

    /// <summary>The same. Returns where continuations are to run.</summary>
    private static bool Publish<T>(ref ManualResetValueTaskSourceCore<T> self)
    {
        var elsewhere = self.RunContinuationsAsynchronously;
        if (Operation.Current is null)
            return elsewhere;
        Publish();

        // Those that are to run elsewhere start an operation, so they may be called from here.
        self.RunContinuationsAsynchronously = false;
        return elsewhere;
    }

    private static void Elsewhere(Action<object?> continuation, object? state)
    {
        if (Operation.Current is not { } operation)
            return;
        var execution = operation.Execution;
        execution.Spawn(execution.NameFor("continuation"), () => continuation(state));
    }
}
