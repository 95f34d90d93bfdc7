using Interleaving.Models.Events;
using Interleaving.Scheduling;

namespace Interleaving.Models.Threads;

/// <summary>
/// What one execution knows of one <see cref="Thread"/>. The platform's object is never started: it is the identity that
/// the program holds, while an operation runs the body.
/// </summary>
internal sealed class ControlledThread(Thread thread, Delegate? start) : SyncState
{
    private static readonly object CountKey = new();
    private readonly WaitQueue ended = new();
    private bool background;
    private int id;

    public Operation? Operation { get; private set; }

    public string? Name { get; set; }

    public bool IsPool { get; private init; }

    public bool IsBackground
    {
        get => background;
        set => background = ended.IsOpen ? throw Dead() : value;
    }

    public bool IsAlive => Operation is { Done: false } && !ended.IsOpen;

    public int Id => id != 0 ? id : id = NextId();

    public ThreadState State
    {
        get
        {
            if (ended.IsOpen)
                return ThreadState.Stopped;
            var state = Operation switch
            {
                null => ThreadState.Unstarted,
                { Waiting: not null } => ThreadState.WaitSleepJoin,
                _ => ThreadState.Running,
            };
            return background ? state | ThreadState.Background : state;
        }
    }

    public static ControlledThread Of(Operation operation, Thread thread) =>
        operation.State(thread, static thread => new ControlledThread((Thread)thread, null));

    /// <summary>The thread of an operation; one that no Thread object started has one of the pool's, unless its task is to run for long.</summary>
    public static ControlledThread Current(Operation operation) => operation.Execution.State(operation, static key =>
    {
        var operation = (Operation)key;
        var isMain = operation.Id == 0;
        var thread = new Thread(static () => { });
        var state = new ControlledThread(thread, null) { Operation = operation, IsPool = !isMain && !operation.IsThread, background = !isMain };
        return new Running(operation.Execution.State(thread, _ => state), thread);
    }).State;

    public static Thread CurrentThread(Operation operation)
    {
        _ = Current(operation);
        return operation.Execution.State<Running>(operation, static _ => throw new InvalidOperationException()).Thread;
    }

    /// <exception cref="ThreadStateException">It was started before.</exception>
    /// <exception cref="InvalidOperationException">Its body takes no argument.</exception>
    public void Start(Operation starter, object? argument, bool hasArgument, bool flow)
    {
        starter.Arrive(thread);
        if (hasArgument && start is ThreadStart)
            throw new InvalidOperationException(
                "The thread was created with a ThreadStart delegate that does not accept a parameter.");
        if (Operation is not null)
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        Action body = start switch
        {
            ThreadStart plain => plain.Invoke,
            ParameterizedThreadStart parameterized => () => parameterized(argument),
            _ => throw starter.MadeOutside("a Thread"),
        };
        var context = flow ? Flow.Along(body) : Flow.Without(body);
        var execution = starter.Execution;
        Operation = execution.Spawn(Name is { } name && execution.ValueFormatter.Names ? name : execution.NameFor("Thread"), () => Run(context));
        Operation.IsThread = true;
        execution.State(Operation, _ => new Running(this, thread));
    }

    /// <summary>Blocks until the thread has ended; false when the time ran out first.</summary>
    public bool Join(Operation operation, int milliseconds)
    {
        operation.Arrive(thread, waits: Operation is not null && !ended.IsOpen && milliseconds == -1);
        if (Operation is null)
            throw new ThreadStateException("Thread has not been started.");
        if (milliseconds == 0)
            Asked(operation);
        var runner = Operation;
        if (!ended.IsOpen
            && !operation.Execution.Block(operation, ended, new Wait(WaitKind.OperationEnd, () => runner) { Name = runner.Name }, milliseconds))
            return false;
        Acquire(operation);
        operation.Execution.Recorder?.Acted(operation, EventKind.Joined, null, runner.Name);
        return true;
    }

    /// <summary>Somebody asks, without waiting, whether it has ended.</summary>
    public ControlledThread Asked(Operation operation)
    {
        operation.Execution.LateEnds.Asked(operation, ended.IsOpen, this);
        return this;
    }

    /// <summary>Ends what the thread waits for, or what it waits for next.</summary>
    public void Interrupt(Operation operation)
    {
        operation.Arrive(thread);
        if (Operation is { Done: false } running)
            running.InterruptThread();
    }

    private static ThreadStateException Dead() => new("Thread is dead; state cannot be accessed.");

    private void Run(Action body)
    {
        var operation = Scheduling.Operation.Current!;
        body();
        operation.Execution.CatchUp(operation, thread);
        operation.Execution.LateEnds.Before(operation, thread);
        MutexState.Abandon(operation);
        Release(operation);
        ended.Set(true);
    }

    // Operations have the low numbers; a thread asked before it starts cannot know its operation's.
    private int NextId() =>
        Operation is { } operation
            ? operation.Id + 1
            : 1_000 + Scheduling.Operation.Current!.Execution.State(CountKey, static _ => new Counter()).Next++;

    private sealed record Running(ControlledThread State, Thread Thread);

    private sealed class Counter
    {
        public int Next;
    }
}
