using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>Blocking until tasks are completed.</content>
internal static partial class TaskModel
{
    public static void Wait(Task self) => Wait(self, Timeout.Infinite, default);

    public static bool Wait(Task self, int milliseconds) => Wait(self, milliseconds, default);

    public static void Wait(Task self, CancellationToken token) => Wait(self, Timeout.Infinite, token);

    public static bool Wait(Task self, TimeSpan timeout) => Wait(self, Milliseconds(timeout), default);

    public static bool Wait(Task self, TimeSpan timeout, CancellationToken token) => Wait(self, Milliseconds(timeout), token);

    public static bool Wait(Task self, int milliseconds, CancellationToken token)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1);
        if (Operation.Current is { } operation && !TaskSync.Wait(operation, self, milliseconds, token))
            return false;
        return self.Wait(milliseconds, token);
    }

    public static T get_Result<T>(Task<T> self)
    {
        if (Operation.Current is { } operation)
            TaskSync.Wait(operation, self);
        return self.Result;
    }

    public static void WaitAll(params Task[] tasks) => WaitAll(tasks, Timeout.Infinite, default);

    public static void WaitAll(params ReadOnlySpan<Task> tasks) => WaitAll(tasks.ToArray(), Timeout.Infinite, default);

    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken token) => WaitAll([.. tasks], Timeout.Infinite, token);

    public static bool WaitAll(Task[] tasks, int milliseconds) => WaitAll(tasks, milliseconds, default);

    public static bool WaitAll(Task[] tasks, TimeSpan timeout) => WaitAll(tasks, Milliseconds(timeout), default);

    public static void WaitAll(Task[] tasks, CancellationToken token) => WaitAll(tasks, Timeout.Infinite, token);

    public static bool WaitAll(Task[] tasks, int milliseconds, CancellationToken token)
    {
        if (Operation.Current is { } operation)
        {
            var deadline = milliseconds < 0 ? long.MaxValue : operation.Execution.Milliseconds + milliseconds;
            foreach (var task in tasks)
            {
                var left = milliseconds < 0 ? -1 : Math.Max(0, deadline - operation.Execution.Milliseconds);
                if (!TaskSync.Wait(operation, task, left, token))
                    return false;
            }
        }

        return Task.WaitAll(tasks, milliseconds, token);
    }

    public static int WaitAny(params Task[] tasks) => WaitAny(tasks, Timeout.Infinite, default);

    public static int WaitAny(Task[] tasks, int milliseconds) => WaitAny(tasks, milliseconds, default);

    public static int WaitAny(Task[] tasks, TimeSpan timeout) => WaitAny(tasks, Milliseconds(timeout), default);

    public static int WaitAny(Task[] tasks, CancellationToken token) => WaitAny(tasks, Timeout.Infinite, token);

    public static int WaitAny(Task[] tasks, int milliseconds, CancellationToken token)
    {
        if (Operation.Current is { } operation)
        {
            var any = TaskCombinators.WhenAny(tasks);
            if (!TaskSync.Wait(operation, any, milliseconds, token))
                return -1;
            TaskSync.Look(operation, any.Result);
            return Array.IndexOf(tasks, any.Result);
        }

        return Task.WaitAny(tasks, milliseconds, token);
    }

    public static Task WaitAsync(Task self, CancellationToken token) => WaitAsync(self, Timeout.InfiniteTimeSpan, token);

    public static Task WaitAsync(Task self, TimeSpan timeout) => WaitAsync(self, timeout, CancellationToken.None);

    public static Task WaitAsync(Task self, TimeSpan timeout, CancellationToken token)
    {
        if (Operation.Current is null)
            return self.WaitAsync(timeout, token);
        return self.IsCompleted ? self : TaskCombinators.WaitAsync(self, Milliseconds(timeout), token);
    }

    public static Task<T> WaitAsync<T>(Task<T> self, CancellationToken token) => WaitAsync(self, Timeout.InfiniteTimeSpan, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout) => WaitAsync(self, timeout, CancellationToken.None);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, CancellationToken token)
    {
        if (Operation.Current is null)
            return self.WaitAsync(timeout, token);
        return self.IsCompleted
            ? self
            : TaskCombinators.Unwrap(TaskCombinators.WaitAsync(self, Milliseconds(timeout), token, _ => self));
    }

    internal static int Milliseconds(TimeSpan timeout)
    {
        var milliseconds = (long)timeout.TotalMilliseconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, nameof(timeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(milliseconds, int.MaxValue, nameof(timeout));
        return (int)milliseconds;
    }
}
