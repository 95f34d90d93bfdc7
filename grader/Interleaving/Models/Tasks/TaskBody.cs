using System.Runtime.CompilerServices;
using Interleaving.Models.Tasks.Schedulers;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>The delegate of a task, wrapped so that the task publishes what it did just before it is completed.</summary>
internal sealed class TaskBody
{
    private SyncState? past;
    private Task? task;

    /// <summary>Starts a task: as an operation, or wherever a scheduler other than the default one runs it.</summary>
    public static Task Start(
        string name,
        Action body,
        CancellationToken token = default,
        TaskCreationOptions options = TaskCreationOptions.DenyChildAttach,
        TaskScheduler? own = null,
        object? state = null)
    {
        var wrapper = new TaskBody();
        return own is null
            ? wrapper.Bind(ControlledScheduler.Named(name, () => Task.Factory.StartNew(
                _ => wrapper.Run(body), state, token, options | ControlledScheduler.Options, ControlledScheduler.Instance)))
            : StartOn(own, Cold(Operation.Current is { } operation ? WayBack.To(operation.Execution, body) : body, state, token, options));
    }

    public static Task<T> Start<T>(
        string name,
        Func<T> body,
        CancellationToken token = default,
        TaskCreationOptions options = TaskCreationOptions.DenyChildAttach,
        TaskScheduler? own = null,
        object? state = null)
    {
        var wrapper = new TaskBody();
        return own is null
            ? wrapper.Bind(ControlledScheduler.Named(name, () => Task.Factory.StartNew(
                _ => wrapper.Run(body), state, token, options | ControlledScheduler.Options, ControlledScheduler.Instance)))
            : StartOn(own, Cold(Operation.Current is { } operation ? WayBack.To(operation.Execution, body) : body, state, token, options));
    }

    /// <summary>A task that waits to be started, with what <see cref="Task.AsyncState"/> says.</summary>
    public static Task Cold(Action body, object? state, CancellationToken token, TaskCreationOptions options)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(new Task(_ => wrapper.Run(body), state, token, options));
    }

    public static Task<T> Cold<T>(Func<T> body, object? state, CancellationToken token, TaskCreationOptions options)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(new Task<T>(_ => wrapper.Run(body), state, token, options));
    }

    /// <summary>Hands a task to a scheduler that is not the default one.</summary>
    /// <param name="own">The scheduler.</param>
    /// <param name="cold">The task.</param>
    /// <param name="inline">Whether the scheduler may run it here and now.</param>
    public static TTask StartOn<TTask>(TaskScheduler own, TTask cold, bool inline = false)
        where TTask : Task
    {
        if (Operation.Current is { } operation)
            TaskSync.Of(operation.Execution, cold).Scheduler = own;
        if (inline && Own.TryRunAtOnce(own, cold))
            return cold;
        if (!cold.IsCompleted)
            cold.Start(own);
        return cold;
    }

    public TTask Bind<TTask>(TTask created)
        where TTask : Task
    {
        task = created;
        if (past is not null && Operation.Current is { } operation)
            TaskSync.Of(operation.Execution, created).Past = past;
        return TaskSync.Known(created);
    }

    public void Run(Action body)
    {
        try
        {
            body();
        }
        finally
        {
            Publish();
        }
    }

    public T Run<T>(Func<T> body)
    {
        try
        {
            return body();
        }
        finally
        {
            Publish();
        }
    }

    /// <summary>A scheduler may run the task before its maker has it in hand.</summary>
    private void Publish()
    {
        if (task is not null)
        {
            TaskSync.Finishing(task);
            PublishToParents(task);
        }
        else if (Operation.Current is { } operation)
        {
            (past ??= new SyncState()).Release(operation);
        }
    }

    /// <summary>A task ends when its attached children have, so whoever waits for it sees what they did, too.</summary>
    private static void PublishToParents(Task child)
    {
        if (!child.CreationOptions.HasFlag(TaskCreationOptions.AttachedToParent) || Operation.Current is not { } operation)
            return;
        for (var parent = ParentOf(child); parent is not null; parent = ParentOf(parent))
            TaskSync.Of(operation.Execution, parent).Release(operation);
    }

    /// <summary>Null for a task that is not attached, whatever its options say: some parents take no children.</summary>
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ParentForDebugger")]
    private static extern Task? ParentOf(Task task);
}
