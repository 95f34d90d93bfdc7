using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>
/// How a wait of the platform ends that is cancelled while it waits: its task is cancelled, and whoever awaits it gets the
/// exception that the platform threw inside, an <see cref="OperationCanceledException"/>. A task that was only marked as
/// cancelled would throw a <see cref="TaskCanceledException"/>.
/// </summary>
internal static class CancelledWait
{
    public static bool TrySet<T>(TaskCompletionSource<T> source, CancellationToken token) =>
        TrySet(source, new OperationCanceledException(token));

    /// <summary>Cancelled when the exception says so, failed otherwise.</summary>
    public static bool TrySet<T>(TaskCompletionSource<T> source, Exception exception)
    {
        return source.TrySetFromTask(Ended<T>(exception));
    }

    public static Task Ended(OperationCanceledException exception) => Ended<bool>(exception);

    /// <summary>A task that was cancelled, or failed, by this exception.</summary>
    public static Task<T> Ended<T>(Exception exception)
    {
        // The task of an async method keeps the exception that cancelled it; there is no other way to make such a task.
        var builder = AsyncTaskMethodBuilder<T>.Create();
        builder.SetException(exception);
        return builder.Task;
    }

    /// <summary>What an await of a completed task throws; null when it throws nothing.</summary>
    public static Exception? Failure(Task task)
    {
        if (!task.IsCanceled)
            return task.Exception?.InnerException;
        try
        {
            task.GetAwaiter().GetResult();
            return null;
        }
        catch (OperationCanceledException e)
        {
            return e;
        }
    }
}
