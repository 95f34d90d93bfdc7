using Interleaving.Naming;

namespace Interleaving.Scheduling;

/// <summary>
/// One run of a program under one schedule. Of all its operations exactly one has the turn; everything here is called
/// by the operation that has it, so nothing here needs a lock.
/// </summary>
internal sealed partial class Execution
{
    private readonly IStrategy strategy;
    private readonly HostPool hosts;
    private readonly List<Operation> enabled = [];
    private readonly List<Operation> operations = [];
    private readonly List<Operation> living = [];
    private readonly ObjectStates states = new();
    private readonly bool seesAll;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly ClockSlots slots = new();
    private bool unattended;
    private volatile bool escaped;
    private volatile bool over;

    public Execution(IStrategy strategy, HostPool hosts, ExecutionLimits limits)
    {
        this.strategy = strategy;
        this.hosts = hosts;
        seesAll = strategy.SeesAll;
        unattended = !seesAll;
        Limits = limits;
        Time = new VirtualClock(this);
        Liveness = new Liveness(this, strategy, limits);
        DelayedStores = new DelayedStores(this, strategy);
        LateEnds = new LateEnds(this, strategy);
        DisposedSources = new DisposedSources(this);
        Cancellation = new InjectedCancellation(this, strategy);
        Memory = new MemoryAccesses(this);
        Calls = new KeptCalls(this);
    }

    public ExecutionLimits Limits { get; }

    public VirtualClock Time { get; }

    public Liveness Liveness { get; }

    public DelayedStores DelayedStores { get; }

    public LateEnds LateEnds { get; }

    public DisposedSources DisposedSources { get; }

    public InjectedCancellation Cancellation { get; }

    public MemoryAccesses Memory { get; }

    public KeptCalls Calls { get; }

    /// <summary>Stores and ends that are worth delaying, as far as executions of this search have shown.</summary>
    public LateStores WorthDelaying { get; init; } = new();

    /// <summary>
    /// A fingerprint of what the operations that have ended knew of one another, and of when late stores were seen: the same for
    /// executions of one order.
    /// </summary>
    public ulong Learnt { get; private set; }

    /// <summary>
    /// What the execution cost, in yield points: those that all operations passed, and the calls and loops in between, of which
    /// some twenty take as long. The same on every machine.
    /// </summary>
    public long Cost => operations.Sum(operation => operation.Steps + (operation.Work / 20));

    public IReadOnlyList<Operation> Operations => operations;

    /// <summary>The operations that can run, in order of creation.</summary>
    public IReadOnlyList<Operation> Enabled => enabled;

    /// <summary>The operations that have not ended, in order of creation.</summary>
    public IReadOnlyList<Operation> Living => living;

    /// <summary>Why the execution failed; null while it has not.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>What the test said of itself that is not a failure; null when nothing.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>Set once the test's own body has ended or something failed: from then on, operations only unwind.</summary>
    public bool Over => over;

    /// <summary>Writes the interleaving down; null in the runs that only search.</summary>
    public IRecorder? Recorder
    {
        get;
        init
        {
            field = value;
            unattended = Unattended;
        }
    }

    /// <summary>Finds accesses that nothing orders; null when the caller does not want that.</summary>
    public IRaceDetector? Races { get; init; }

    /// <summary>
    /// Whether a data race ends the execution. A search goes on instead: what the race does to the program is the better
    /// story.
    /// </summary>
    public bool StopAtRace { get; init; }

    /// <summary>Whether two calls at once on an object that is not made for several threads end the execution.</summary>
    public bool ChecksOverlaps { get; init; }

    /// <summary>Tells the work by stacks of calls; null when nobody asks for that.</summary>
    public WorkSampler? Work { get; init; }

    /// <summary>What failures say.</summary>
    public required IFailureWords Words { get; init; }

    /// <summary>What failures tell of values.</summary>
    public ValueFormatter ValueFormatter { get; init; } = ValueFormatter.Full;

    /// <summary>Seed of the randomness that the program asks the platform for.</summary>
    public int Seed { get; init; }

    /// <summary>The async methods that wait for something, in the order in which they began to.</summary>
    public LinkedList<PendingAwait> Awaits { get; } = new();

    /// <summary>Whether a yield point is nothing but a step counted: no other can run, and nobody wants to know.</summary>
    internal bool IsAlone => unattended && enabled.Count == 1;

    /// <summary>Whether accesses to memory mean anything beyond being yield points.</summary>
    internal bool LooksAtAccesses => Races is not null || Caches is not null || Over;

    private bool Unattended => !seesAll && Recorder is null && !Cancellation.IsPending && Liveness.Detector is null;

    /// <summary>Creates an operation; it runs when the strategy picks it.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="body">What it does.</param>
    /// <param name="past">What happens before it; null for what its creator, the current operation, has done.</param>
    /// <param name="goesOn">Whether it is the rest of what the current operation was about.</param>
    public Operation Spawn(string name, Action body, SyncState? past = null, bool goesOn = false)
    {
        // Nothing is thrown here if that ends the execution: the platform may stand in between, as it does at an await, and
        // would take the exception for the program's. The operation leaves at its next step.
        Liveness.CheckOperations(operations.Count);
        Operation.Here?.Stores?.Drain();
        var operation = new Operation(this, operations.Count, name, body);
        operation.Pending = new Step(StepKind.Start, operation, 0, Operation.Here?.Site ?? -1);
        var maker = Operation.Here is { } here && ReferenceEquals(here.Execution, this) ? here : null;
        var round = Liveness.Made(operation, maker, goesOn);
        if (past is not null)
        {
            Begin(operation, past.Clock);
            past.Acquire(operation);
        }
        else if (maker is not null)
        {
            operation.Parent = maker;
            Begin(operation, maker.Clock);
            maker.Clock.Tick(maker.Slot);
            operation.CoreTime = maker.CoreTime;
            Recorder?.Spawned(maker, operation);
        }
        else
        {
            Begin(operation, new VectorClock());
        }

        Work?.Started(operation, operation.Parent);
        operations.Add(operation);
        enabled.Add(operation);
        living.Add(operation);
        Liveness.Started(operation, maker, round);
        return operation;
    }

    /// <summary>Another operation may run before <paramref name="operation"/> takes <paramref name="step"/>.</summary>
    public void Yield(Operation operation, in Step step)
    {
        if (Over)
            operation.ThrowAborted();
        operation.Steps++;
        operation.Pending = step;
        Liveness.Detector?.Visit(operation, step.Site);
        if (Cancellation.IsPending && operation.Atomic == 0 && Cancellation.ComesAt(operation, step.Site) is { } canceller)
        {
            SwitchTo(operation, canceller);
            return;
        }

        if (enabled.Count == 1 || operation.Atomic > 0 || (Careful && Callbacks.IsInOne()))
        {
            if (step.Kind == StepKind.Pause)
                Idle(operation);
            else if (seesAll && enabled.Count == 1 && Liveness.Detector is null)
                strategy.Next(operation, enabled);
            return;
        }

        Liveness.CountStep(operation);
        if (Over)
            operation.ThrowAborted();
        Liveness.CountStreak(operation);
        var next = operation.Pending.Kind == StepKind.Pause ? NextAfterPause(operation) : Pick(operation);
        if (ReferenceEquals(next, operation))
            return;
        Recorder?.Preempted(operation, next);
        SwitchTo(operation, next);
    }

    /// <summary>
    /// Blocks until <paramref name="queue"/> opens and this operation is picked. The caller then closes the queue if it used
    /// the condition up.
    /// </summary>
    /// <param name="milliseconds">Virtual time to wait at most; -1 for ever.</param>
    /// <returns>False when the time ran out first.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted.</exception>
    public bool Block(
        Operation operation, WaitQueue queue, Wait wait, long milliseconds = -1, CancellationToken token = default)
    {
        if (Over)
            operation.ThrowAborted();
        token.ThrowIfCancellationRequested();
        if (queue.IsOpen)
            return true;
        if (milliseconds == 0)
            return false;
        operation.ThrowIfThreadInterrupted();
        operation.Stores?.Drain();
        operation.Steps++;
        operation.Origin.ClockReads.Waits = false;
        operation.Waiting = wait;
        operation.Pending = new Step(StepKind.Sync, queue, 0, operation.Site);
        queue.Add(operation);
        Recorder?.Blocked(operation);
        var interruption = new Interruption();
        operation.Interruption = interruption;
        var timer = milliseconds > 0 ? Time.AddTimeout(operation, milliseconds) : null;
        using (token.UnsafeRegister(static blocked => ((Operation)blocked!).Interrupt(byToken: true), operation))
        {
            SetEnabled(operation, false);
            try
            {
                SwitchTo(operation, Choose(operation));
            }
            finally
            {
                timer?.Cancel();
                operation.Interruption = null;
                queue.Remove(operation);
                operation.Waiting = null;
            }
        }

        Recorder?.Unblocked(operation);
        if (queue.IsOpen)
            return true;
        operation.ThrowIfThreadInterrupted();
        if (interruption.ByToken)
            throw new OperationCanceledException(token);
        return false;
    }

    /// <summary>A name for one more operation of a kind: "Task.Run #2".</summary>
    public string NameFor(string kind)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(names, kind, out _);
        return $"{kind} #{++count}";
    }

    /// <summary>Something of this execution ran on a thread that is not under control.</summary>
    public void Escaped() => escaped = true;

    /// <summary>What this execution knows of <paramref name="key"/>, made on first use.</summary>
    public T State<T>(object key, Func<object, T> create)
        where T : class =>
        states.Of(key, create);

    public void SetEnabled(Operation operation, bool on)
    {
        if (operation.Enabled == on || operation.Done)
            return;
        operation.Enabled = on;
        if (!on)
        {
            Take(enabled, operation);
            return;
        }

        if (Operation.Here is { } cause)
            operation.CoreTime = Math.Max(operation.CoreTime, cause.CoreTime);
        var at = enabled.Count;
        while (at > 0 && enabled[at - 1].Id > operation.Id)
            at--;
        enabled.Insert(at, operation);
    }
}
