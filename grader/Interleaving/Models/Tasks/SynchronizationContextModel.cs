using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// Each operation has a context of its own, as each thread has. What a context does with what is posted to it is the
/// program's code; the platform's own context posts to the thread pool, so here it starts an operation.
/// </summary>
[Models(
    typeof(SynchronizationContext),
    Passes = ["Send", "OperationStarted", "OperationCompleted", "CreateCopy", "IsWaitNotificationRequired"])]
internal static class SynchronizationContextModel
{
    public static SynchronizationContext New() => new();

    public static SynchronizationContext? get_Current() =>
        Operation.Current is { } operation ? operation.Context : SynchronizationContext.Current;

    public static void SetSynchronizationContext(SynchronizationContext? syncContext)
    {
        if (Operation.Current is { } operation)
            operation.Context = syncContext;
        else
            SynchronizationContext.SetSynchronizationContext(syncContext);
    }

    public static void Post(SynchronizationContext self, SendOrPostCallback d, object? state)
    {
        if (Operation.Current is not null && !Overrides(self))
            base_Post(self, d, state);
        else
            self.Post(d, state);
    }

    /// <summary>What the platform does unless it is overridden.</summary>
    public static void base_Post(SynchronizationContext self, SendOrPostCallback d, object? state)
    {
        if (Operation.Current is not { } operation)
        {
            ThreadPool.QueueUserWorkItem(static work => work.d(work.state), (d, state), preferLocal: false);
            return;
        }

        operation.Arrive(self);
        var execution = operation.Execution;
        execution.Spawn(execution.NameFor("SynchronizationContext.Post"), Flow.Along(() => d(state)));
    }

    private static bool Overrides(SynchronizationContext self) =>
        ((Action<SendOrPostCallback, object?>)self.Post).Method.DeclaringType != typeof(SynchronizationContext);
}
