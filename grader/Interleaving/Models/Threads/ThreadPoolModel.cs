using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <summary>Every work item is an operation at once: the pool never makes one wait for a free thread.</summary>
[Models(typeof(ThreadPool), Passes = ["GetMaxThreads", "GetMinThreads"])]
internal static partial class ThreadPoolModel
{
    public static void GetAvailableThreads(out int workerThreads, out int completionPortThreads)
    {
        if (Operation.Current is null)
            ThreadPool.GetAvailableThreads(out workerThreads, out completionPortThreads);
        else
            ThreadPool.GetMaxThreads(out workerThreads, out completionPortThreads);
    }

    public static bool QueueUserWorkItem(WaitCallback callBack) => QueueUserWorkItem(callBack, null);

    public static bool QueueUserWorkItem(WaitCallback callBack, object? state)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Operation.Current is { } operation
            ? Start(operation, Flow.Along(() => callBack(state)))
            : ThreadPool.QueueUserWorkItem(callBack, state);
    }

    public static bool QueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Operation.Current is { } operation
            ? Start(operation, Flow.Along(() => callBack(state)))
            : ThreadPool.QueueUserWorkItem(callBack, state, preferLocal);
    }

    public static bool UnsafeQueueUserWorkItem(WaitCallback callBack, object? state)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Operation.Current is { } operation
            ? Start(operation, Flow.Without(() => callBack(state)))
            : ThreadPool.UnsafeQueueUserWorkItem(callBack, state);
    }

    public static bool UnsafeQueueUserWorkItem<TState>(Action<TState> callBack, TState state, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Operation.Current is { } operation
            ? Start(operation, Flow.Without(() => callBack(state)))
            : ThreadPool.UnsafeQueueUserWorkItem(callBack, state, preferLocal);
    }

    public static bool UnsafeQueueUserWorkItem(IThreadPoolWorkItem callBack, bool preferLocal)
    {
        ArgumentNullException.ThrowIfNull(callBack);
        return Operation.Current is { } operation
            ? Start(operation, Flow.Without(callBack.Execute))
            : ThreadPool.UnsafeQueueUserWorkItem(callBack, preferLocal);
    }

    /// <summary>The size of the pool changes nothing here, and must change nothing in the process that explores.</summary>
    public static bool SetMinThreads(int workerThreads, int completionPortThreads) =>
        Operation.Current is not null || ThreadPool.SetMinThreads(workerThreads, completionPortThreads);

    public static bool SetMaxThreads(int workerThreads, int completionPortThreads) =>
        Operation.Current is not null || ThreadPool.SetMaxThreads(workerThreads, completionPortThreads);

    private static bool Start(Operation operation, Action body)
    {
        operation.Execution.Spawn(operation.Execution.NameFor("work item"), body);
        return true;
    }
}
