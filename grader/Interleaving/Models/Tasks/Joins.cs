using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>What follows several tasks gets them in an array of its own, and is the platform's where it refuses what it was given.</summary>
internal static class Joins
{
    /// <summary>What may be asked of a continuation of several tasks: it runs however they end.</summary>
    private const TaskContinuationOptions Allowed =
        TaskContinuationOptions.LongRunning | TaskContinuationOptions.PreferFairness | TaskContinuationOptions.AttachedToParent
        | TaskContinuationOptions.DenyChildAttach | TaskContinuationOptions.HideScheduler | TaskContinuationOptions.LazyCancellation
        | TaskContinuationOptions.ExecuteSynchronously;

    public static Task All<TTask>(
        TTask[] tasks, Action<TTask[]> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
        where TTask : Task
    {
        if (IsLeftToPlatform(tasks, action, options))
        {
            return Task.Factory.ContinueWhenAll(
                tasks, action is null ? null! : ended => action([.. ended.Cast<TTask>()]), token, options, scheduler ?? TaskScheduler.Current);
        }

        TTask[] own = [.. tasks];
        return TaskModel.Continue(TaskCombinators.WhenAll(own), _ => action(own), null, token, options, scheduler);
    }

    public static Task<T> All<TTask, T>(
        TTask[] tasks, Func<TTask[], T> function, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
        where TTask : Task
    {
        if (IsLeftToPlatform(tasks, function, options))
        {
            return Task.Factory.ContinueWhenAll(
                tasks, function is null ? (Func<Task[], T>)null! : ended => function([.. ended.Cast<TTask>()]), token, options, scheduler ?? TaskScheduler.Current);
        }

        TTask[] own = [.. tasks];
        return TaskModel.Continue(TaskCombinators.WhenAll(own), _ => function(own), null, token, options, scheduler);
    }

    public static Task Any<TTask>(
        TTask[] tasks, Action<TTask> action, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
        where TTask : Task =>
        IsLeftToPlatform(tasks, action, options)
            ? Task.Factory.ContinueWhenAny(
                tasks, action is null ? null! : first => action((TTask)first), token, options, scheduler ?? TaskScheduler.Current)
            : TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => action(First<TTask>(any)), null, token, options, scheduler);

    public static Task<T> Any<TTask, T>(
        TTask[] tasks, Func<TTask, T> function, CancellationToken token, TaskContinuationOptions options, TaskScheduler? scheduler)
        where TTask : Task =>
        IsLeftToPlatform(tasks, function, options)
            ? Task.Factory.ContinueWhenAny(
                tasks, function is null ? (Func<Task, T>)null! : first => function((TTask)first), token, options, scheduler ?? TaskScheduler.Current)
            : TaskModel.Continue(TaskCombinators.WhenAny(tasks), any => function(First<TTask>(any)), null, token, options, scheduler);

    private static TTask First<TTask>(Task any)
        where TTask : Task => (TTask)((Task<Task>)any).Result;

    private static bool IsLeftToPlatform(Task[] tasks, Delegate continuation, TaskContinuationOptions options) =>
        Operation.Current is null || tasks is null or [] || tasks.Contains(null) || continuation is null || (options & ~Allowed) != 0;
}
