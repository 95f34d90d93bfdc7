using Interleaving.Models.Cancellation;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>Yields tasks as they complete (<see cref="Task.WhenEach(Task[])"/>).</summary>
internal sealed class CompletionOrder<TTask> : IAsyncEnumerable<TTask>, IAsyncEnumerator<TTask>
    where TTask : Task
{
    private readonly Queue<TTask> completed = new();
    private readonly HashSet<Task> pending = new(ReferenceEqualityComparer.Instance);
    private readonly TTask[] tasks;
    private TaskCompletionSource<bool>? waiter;
    private CancellationToken token;
    private int left;

    public CompletionOrder(TTask[] tasks)
    {
        this.tasks = tasks;
        foreach (var task in tasks)
            ArgumentNullException.ThrowIfNull(task, nameof(tasks));
    }

    public TTask Current { get; private set; } = null!;

    public IAsyncEnumerator<TTask> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        token = cancellationToken;
        foreach (var task in tasks)
        {
            if (!pending.Add(task))
                continue;
            left++;
            if (task.IsCompleted)
                completed.Enqueue(task);
            else
                TaskSync.OnCompleted(Operation.Current!.Execution, task, _ => Arrived(task));
        }

        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (token.IsCancellationRequested)
            return ValueTask.FromCanceled<bool>(token);
        if (left == 0)
            return ValueTask.FromResult(false);
        if (Take())
            return ValueTask.FromResult(true);
        var source = waiter = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationTokenModel.Add(Operation.Current!, token, () =>
        {
            TaskSync.Completing(source.Task);
            source.TrySetCanceled(token);
        });
        return new ValueTask<bool>(TaskSync.Known(source.Task));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Take()
    {
        if (!completed.TryDequeue(out var task))
            return false;
        Current = task;
        left--;
        return true;
    }

    private void Arrived(TTask task)
    {
        completed.Enqueue(task);
        if (waiter is not { Task.IsCompleted: false } source)
            return;
        Take();
        waiter = null;
        TaskSync.Completing(source.Task);
        source.TrySetResult(true);
    }
}
