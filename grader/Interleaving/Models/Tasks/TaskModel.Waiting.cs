using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <content>Blocking until tasks are completed.</content>
internal static partial class TaskModel
{
    public static void Wait(Task self) => Wait(self, Timeout.Infinite, default);

    public static bool Wait(Task self, int milliseconds) => Wait(self, milliseconds, default);

    public static void Wait(Task self, CancellationToken token) => Wait(self, Timeout.Infinite, token);

    public static bool Wait(Task self, TimeSpan timeout) => Wait(self, timeout, default);

    public static bool Wait(Task self, TimeSpan timeout, CancellationToken token) =>
        Timeouts.Fits(timeout) ? Wait(self, Timeouts.Of(timeout), token) : self.Wait(timeout, token);

    public static bool Wait(Task self, int milliseconds, CancellationToken token)
    {
        if (milliseconds < -1)
            return self.Wait(milliseconds, token);
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

    public static void WaitAll(IEnumerable<Task> tasks, CancellationToken token)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        WaitAll([.. tasks], Timeout.Infinite, token);
    }

    public static bool WaitAll(Task[] tasks, int milliseconds) => WaitAll(tasks, milliseconds, default);

    public static bool WaitAll(Task[] tasks, TimeSpan timeout) =>
        Timeouts.Fits(timeout) ? WaitAll(tasks, Timeouts.Of(timeout), default) : Task.WaitAll(tasks, timeout);

    public static void WaitAll(Task[] tasks, CancellationToken token) => WaitAll(tasks, Timeout.Infinite, token);

    public static bool WaitAll(Task[] tasks, int milliseconds, CancellationToken token)
    {
        if (Operation.Current is { } operation && IsValid(tasks, milliseconds) && !token.IsCancellationRequested)
        {
            var deadline = milliseconds < 0 ? long.MaxValue : operation.Execution.Time.Milliseconds + milliseconds;
            foreach (var task in tasks)
            {
                var left = milliseconds < 0 ? -1 : Math.Max(0, deadline - operation.Execution.Time.Milliseconds);
                if (!TaskSync.Wait(operation, task, left, token))
                    return false;
            }
        }

        return Task.WaitAll(tasks, milliseconds, token);
    }

    public static int WaitAny(params Task[] tasks) => WaitAny(tasks, Timeout.Infinite, default);

    public static int WaitAny(Task[] tasks, int milliseconds) => WaitAny(tasks, milliseconds, default);

    public static int WaitAny(Task[] tasks, TimeSpan timeout) =>
        Timeouts.Fits(timeout) ? WaitAny(tasks, Timeouts.Of(timeout), default) : Task.WaitAny(tasks, timeout);

    public static int WaitAny(Task[] tasks, CancellationToken token) => WaitAny(tasks, Timeout.Infinite, token);

    public static int WaitAny(Task[] tasks, int milliseconds, CancellationToken token)
    {
        if (Operation.Current is { } operation && IsValid(tasks, milliseconds) && tasks.Length > 0 && !token.IsCancellationRequested)
        {
            var any = TaskCombinators.WhenAny(tasks);
            if (!TaskSync.Wait(operation, any, milliseconds, token))
                return -1;
            TaskSync.Look(operation, any.Result);
            return Array.IndexOf(tasks, any.Result);
        }

        return Task.WaitAny(tasks, milliseconds, token);
    }

    /// <summary>What is not valid is left to the platform to refuse.</summary>
    private static bool IsValid(Task[]? tasks, int milliseconds) =>
        tasks is not null && milliseconds >= -1 && Array.IndexOf(tasks, null) < 0;

    public static Task WaitAsync(Task self, CancellationToken token) => WaitAsync(self, Timeout.InfiniteTimeSpan, token);

    public static Task WaitAsync(Task self, TimeSpan timeout) => WaitAsync(self, timeout, CancellationToken.None);

    public static Task WaitAsync(Task self, TimeSpan timeout, CancellationToken token) =>
        WaitAsync(self, timeout, TimeProvider.System, token);

    public static Task WaitAsync(Task self, TimeSpan timeout, TimeProvider timeProvider) =>
        WaitAsync(self, timeout, timeProvider, CancellationToken.None);

    public static Task WaitAsync(Task self, TimeSpan timeout, TimeProvider timeProvider, CancellationToken token)
    {
        if (Operation.Current is null || timeProvider is null || !Timeouts.Fits(timeout, Timeouts.Longest))
            return self.WaitAsync(timeout, timeProvider!, token);
        return IsTheSame(self, timeout, token) ? self : TaskCombinators.WaitAsync(self, timeout, timeProvider, token);
    }

    public static Task<T> WaitAsync<T>(Task<T> self, CancellationToken token) => WaitAsync(self, Timeout.InfiniteTimeSpan, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout) => WaitAsync(self, timeout, CancellationToken.None);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, CancellationToken token) =>
        WaitAsync(self, timeout, TimeProvider.System, token);

    public static Task<T> WaitAsync<T>(Task<T> self, TimeSpan timeout, TimeProvider timeProvider, CancellationToken token)
    {
        if (Operation.Current is null || timeProvider is null || !Timeouts.Fits(timeout, Timeouts.Longest))
            return self.WaitAsync(timeout, timeProvider!, token);
        return IsTheSame(self, timeout, token)
            ? self
            : TaskCombinators.Unwrap(TaskCombinators.WaitAsync(self, timeout, timeProvider, token, _ => self));
    }

    /// <summary>The platform gives the task back where nothing could end the wait before it.</summary>
    private static bool IsTheSame(Task self, TimeSpan timeout, CancellationToken token) =>
        self.IsCompleted || (timeout == Timeout.InfiniteTimeSpan && !token.CanBeCanceled);
}
