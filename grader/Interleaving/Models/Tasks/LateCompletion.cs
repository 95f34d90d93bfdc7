using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>
/// What is made of a task with <see cref="TaskCreationOptions.RunContinuationsAsynchronously"/> (by WhenAll, WhenAny, WaitAsync or Unwrap)
/// is completed by the platform on the thread pool, where nothing is under control. Here an operation of its own does it.
/// </summary>
internal static class LateCompletion
{
    public static bool IsAskedFor(Task task) =>
        !task.IsCompleted && task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Combines the parts once they are completed: all of them, or the first.</summary>
    public static Task<TWhole> Of<TPart, TWhole>(
        Execution execution, TPart[] parts, Func<TPart[], TWhole> combine, bool needsAll)
        where TPart : Task
        where TWhole : Task
    {
        var source = new TaskCompletionSource<TWhole>();
        var left = Array.Exists(parts, static part => part.IsCompleted) && !needsAll
            ? 0
            : needsAll ? parts.Count(static part => !part.IsCompleted) : 1;
        if (left == 0)
            source.SetResult(combine(parts));
        foreach (var part in parts)
        {
            if (!part.IsCompleted)
                After(execution, part, () => --left == 0, () => source.TrySetResult(combine(parts)));
        }

        return source.Task;
    }

    /// <summary>A twin of <paramref name="outer"/> whose inner task the platform can await without leaving control.</summary>
    public static Task<TInner> Of<TInner>(Execution execution, Task<TInner> outer)
        where TInner : Task
    {
        if (outer.IsCompleted && !(outer.IsCompletedSuccessfully && outer.Result is { } known && IsAskedFor(known)))
            return outer;
        var source = new TaskCompletionSource<TInner>();
        if (outer.IsCompleted)
            AfterInner();
        else
            After(execution, outer, static () => true, AfterInner);
        return source.Task;

        void AfterInner()
        {
            if (outer.IsCompletedSuccessfully && outer.Result is { } inner && IsAskedFor(inner))
                After(execution, inner, static () => true, () => source.SetFromTask(outer));
            else
                source.SetFromTask(outer);
        }
    }

    /// <summary>Takes <paramref name="step"/> when the task is completed, if it is due then: in the completion, or after it where the task asks for that.</summary>
    public static void After(Execution execution, Task task, Func<bool> isDue, Action step)
    {
        var isLate = task.CreationOptions.HasFlag(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskSync.OnCompleted(execution, task, _ =>
        {
            if (!isDue())
                return;
            if (isLate)
                execution.Spawn(execution.NameFor("continuation"), step);
            else
                step();
        });
    }
}
