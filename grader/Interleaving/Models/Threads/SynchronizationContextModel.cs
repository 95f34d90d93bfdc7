using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <summary>The context of each operation; contexts of the program's own are called as they are.</summary>
[Models(typeof(SynchronizationContext), Passes = ["*"])]
internal static class SynchronizationContextModel
{
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
        if (Operation.Current is not null && self.GetType() == typeof(SynchronizationContext))
            base_Post(self, d, state);
        else
            self.Post(d, state);
    }

    /// <summary>The base class hands the callback to the thread pool.</summary>
    public static void base_Post(SynchronizationContext self, SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(self);
        ThreadPoolModel.QueueUserWorkItem(new WaitCallback(d), state);
    }

    public static void Send(SynchronizationContext self, SendOrPostCallback d, object? state) => self.Send(d, state);

    public static void base_Send(SynchronizationContext self, SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(self);
        d(state);
    }
}
