using System.Globalization;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving;

/// <summary>Assertions on virtual time: what a task takes is exact, so it is asserted as an equality.</summary>
/// <example><code>await fetcher.FetchAllAsync(sites).ShouldTake(TimeSpan.FromSeconds(3));</code></example>
public static class VirtualTimeAssertions
{
    /// <summary>The same task, which fails unless it ends exactly <paramref name="expected"/> after this call.</summary>
    /// <param name="task">Just started: virtual time stands still while anything can run, so nothing of it was missed.</param>
    /// <param name="expected">Zero or more; a tick is 100 ns.</param>
    /// <exception cref="InvalidOperationException">Called outside of an exploration, where time is not virtual.</exception>
    public static Task ShouldTake(this Task task, TimeSpan expected) =>
        Timed(task, took => took == expected, $"exactly {Text(expected)}");

    /// <inheritdoc cref="ShouldTake(Task, TimeSpan)"/>
    /// <returns>The task's own result.</returns>
    public static Task<T> ShouldTake<T>(this Task<T> task, TimeSpan expected) =>
        Timed(task, took => took == expected, $"exactly {Text(expected)}");

    /// <summary>The same task, which fails if it ends later than <paramref name="most"/> after this call.</summary>
    /// <param name="task">Just started.</param>
    /// <param name="most">Zero or more.</param>
    /// <exception cref="InvalidOperationException">Called outside of an exploration, where time is not virtual.</exception>
    public static Task ShouldTakeAtMost(this Task task, TimeSpan most) =>
        Timed(task, took => took <= most, $"at most {Text(most)}");

    /// <inheritdoc cref="ShouldTakeAtMost(Task, TimeSpan)"/>
    /// <returns>The task's own result.</returns>
    public static Task<T> ShouldTakeAtMost<T>(this Task<T> task, TimeSpan most) =>
        Timed(task, took => took <= most, $"at most {Text(most)}");

    private static Task Timed(Task task, Func<TimeSpan, bool> holds, string wanted)
    {
        var check = Check(task, holds, wanted);
        return TaskModel.ContinueWith(task, ended => check(ended), TaskContinuationOptions.ExecuteSynchronously);
    }

    private static Task<T> Timed<T>(Task<T> task, Func<TimeSpan, bool> holds, string wanted)
    {
        var check = Check(task, holds, wanted);
        return TaskModel.ContinueWith<T>(
            task,
            ended =>
            {
                check(ended);
                return task.GetAwaiter().GetResult();
            },
            TaskContinuationOptions.ExecuteSynchronously);
    }

    private static Action<Task> Check(Task task, Func<TimeSpan, bool> holds, string wanted)
    {
        ArgumentNullException.ThrowIfNull(task);
        var execution = Operation.Here?.Execution
            ?? throw new InvalidOperationException("Time is virtual inside an exploration only: mark the test [Interleaved], or use Explorer.Explore.");
        var start = TimeSpan.FromTicks(execution.Time.Now);
        return ended =>
        {
            ended.GetAwaiter().GetResult();
            var took = TimeSpan.FromTicks(execution.Time.Now) - start;
            if (!holds(took))
                throw new VirtualTimeException($"The task should take {wanted} of virtual time, and took {Text(took)}.");
        };
    }

    private static string Text(TimeSpan time) =>
        ((decimal)time.Ticks / TimeSpan.TicksPerSecond).ToString("0.#######", CultureInfo.InvariantCulture) + " s";
}
