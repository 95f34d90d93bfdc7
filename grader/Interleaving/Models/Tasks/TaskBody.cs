using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>The delegate of a task, wrapped so that the task publishes what it did just before it is completed.</summary>
internal sealed class TaskBody
{
    private Task? task;

    /// <summary>Starts a task as an operation.</summary>
    public static Task Start(
        string name, Action body, CancellationToken token = default, TaskCreationOptions options = TaskCreationOptions.DenyChildAttach)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(ControlledScheduler.Named(name, () => Task.Factory.StartNew(
            () => wrapper.Run(body), token, options | ControlledScheduler.Options, ControlledScheduler.Instance)));
    }

    public static Task<T> Start<T>(
        string name, Func<T> body, CancellationToken token = default, TaskCreationOptions options = TaskCreationOptions.DenyChildAttach)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(ControlledScheduler.Named(name, () => Task.Factory.StartNew(
            () => wrapper.Run(body), token, options | ControlledScheduler.Options, ControlledScheduler.Instance)));
    }

    /// <summary>A task that waits to be started.</summary>
    public static Task Cold(Action body, CancellationToken token = default, TaskCreationOptions options = default)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(new Task(() => wrapper.Run(body), token, options | ControlledScheduler.Options));
    }

    public static Task<T> Cold<T>(Func<T> body, CancellationToken token = default, TaskCreationOptions options = default)
    {
        var wrapper = new TaskBody();
        return wrapper.Bind(new Task<T>(() => wrapper.Run(body), token, options | ControlledScheduler.Options));
    }

    public TTask Bind<TTask>(TTask created)
        where TTask : Task
    {
        task = created;
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

    private void Publish()
    {
        if (task is not null)
            TaskSync.Completing(task);
    }
}
