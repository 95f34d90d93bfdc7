using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks.Schedulers;

/// <summary>
/// The two queues of a <see cref="ConcurrentExclusiveSchedulerPair"/>: exclusive tasks run one at a time, with no concurrent one
/// beside them, and go first.
/// </summary>
internal sealed class PairState
{
    private readonly Queue<(Task Task, SyncState Past)> exclusive = new();
    private readonly Queue<(Task Task, SyncState Past)> concurrent = new();
    private readonly SyncState exclusiveDone = new();
    private readonly SyncState allDone = new();
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HashSet<Operation> insideExclusive = [];
    private readonly HashSet<Operation> insideConcurrent = [];
    private readonly Execution execution;
    private readonly int most;
    private int running;
    private bool runsExclusive;
    private bool complete;

    public PairState(Execution execution, int most)
    {
        this.execution = execution;
        this.most = most;
        execution.State(Exclusive, _ => this);
        execution.State(Concurrent, _ => this);
        TaskSync.Known(completion.Task);
    }

    public PairScheduler Exclusive { get; } = new(isExclusive: true);

    public PairScheduler Concurrent { get; } = new(isExclusive: false);

    public Task Completion => completion.Task;

    /// <summary>How many concurrent tasks may run side by side.</summary>
    public int MostAtOnce => most;

    /// <summary>The operations that run a task of this side.</summary>
    public HashSet<Operation> Inside(bool isExclusive) => isExclusive ? insideExclusive : insideConcurrent;

    /// <exception cref="InvalidOperationException">The pair takes no more tasks.</exception>
    public void Queue(Task task, bool isExclusive)
    {
        var operation = Operation.Current!;
        operation.Arrive(this);
        if (complete)
            throw new InvalidOperationException();
        var past = new SyncState();
        past.Release(operation);
        (isExclusive ? exclusive : concurrent).Enqueue((task, past));
        Pump();
    }

    /// <summary>Takes no more tasks from now on.</summary>
    public void Complete()
    {
        Operation.Current!.Arrive(this);
        complete = true;
        Pump();
    }

    private void Pump()
    {
        while (!runsExclusive)
        {
            if (exclusive.Count > 0)
            {
                if (running == 0)
                    Start(exclusive.Dequeue(), isExclusive: true);
                break;
            }

            if (running == most || !concurrent.TryDequeue(out var next))
                break;
            Start(next, isExclusive: false);
        }

        if (!complete || runsExclusive || running + exclusive.Count + concurrent.Count > 0 || completion.Task.IsCompleted)
            return;
        TaskSync.Completing(completion.Task);
        completion.TrySetResult();
    }

    private void Start((Task Task, SyncState Past) queued, bool isExclusive)
    {
        runsExclusive = isExclusive;
        running++;
        execution.Spawn(execution.NameFor(isExclusive ? "exclusive task" : "concurrent task"), () => Run(queued.Task, queued.Past, isExclusive));
    }

    private void Run(Task task, SyncState past, bool isExclusive)
    {
        var operation = Operation.Current!;
        past.Acquire(operation);
        (isExclusive ? allDone : exclusiveDone).Acquire(operation);
        (isExclusive ? Exclusive : Concurrent).Execute(operation, task);
        if (isExclusive)
            exclusiveDone.Release(operation);
        allDone.Release(operation);
        running--;
        runsExclusive = false;
        Pump();
    }
}
