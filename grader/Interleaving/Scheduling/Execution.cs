using Interleaving.Memory;
using Interleaving.Naming;

namespace Interleaving.Scheduling;

/// <summary>
/// One run of a program under one schedule. Of all its operations exactly one has the turn; everything here is called
/// by the operation that has it, so nothing here needs a lock.
/// </summary>
internal sealed partial class Execution
{
    private readonly List<Operation> enabled;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);
    private readonly ClockSlots slots = new();
    private bool unattended;
    private volatile bool over;

    public Execution(IStrategy strategy, HostPool hosts, ExecutionLimits limits)
    {
        enabled = Operations.Enabled;
        unattended = !strategy.SeesAll;
        Limits = limits;
        Scheduler = new Scheduler(this, strategy);
        Dispatcher = new Dispatcher(this, hosts);
        Control = new Control(this);
        Time = new VirtualClock(this);
        Liveness = new Liveness(this, strategy, limits);
        DelayedStores = new DelayedStores(this, strategy);
        LateEnds = new LateEnds(this, strategy);
        DisposedSources = new DisposedSources(this);
        Cancellation = new InjectedCancellation(this, strategy);
        Memory = new MemoryAccesses(this);
        Calls = new KeptCalls(this);
        Awaits = new PendingAwaits(this);
        Observers = new Observers(this);
    }

    public ExecutionLimits Limits { get; }

    public Scheduler Scheduler { get; }

    public Dispatcher Dispatcher { get; }

    public Control Control { get; }

    public VirtualClock Time { get; }

    public Liveness Liveness { get; }

    public DelayedStores DelayedStores { get; }

    public LateEnds LateEnds { get; }

    public DisposedSources DisposedSources { get; }

    public InjectedCancellation Cancellation { get; }

    public MemoryAccesses Memory { get; }

    public KeptCalls Calls { get; }

    public PendingAwaits Awaits { get; }

    public Observers Observers { get; }

    /// <summary>What it knows of the objects of the program.</summary>
    public ObjectStates States { get; } = new();

    /// <summary>Stores and ends that are worth delaying, as far as executions of this search have shown.</summary>
    public LateStores WorthDelaying { get; init; } = new();

    /// <summary>The order in which operations learnt of one another: the same for executions that no program could tell apart.</summary>
    public OrderFingerprint Fingerprint { get; } = new();

    /// <summary>
    /// What the execution cost, in yield points: those that all operations passed, and the calls and loops in between, of which
    /// some twenty take as long. The same on every machine.
    /// </summary>
    public long Cost => Operations.Sum(operation => operation.Steps + (operation.Work / 20));

    public OperationList Operations { get; } = [];

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

    /// <summary>The execution in which this one takes place, as one on simulated cores may; null when there is none.</summary>
    public Execution? Outer { get; init; }

    /// <summary>The outermost, which is this one where there is no other around it.</summary>
    public Execution Outermost => Outer?.Outermost ?? this;

    /// <summary>Where the woven assemblies of the test live; null where none was loaded from a file.</summary>
    public ProgramContext? Context { get; set; }

    /// <summary>Whether nobody else gets the turn while code that is not woven calls back: it may hold a lock of the platform's.</summary>
    public bool Careful { get; init; }

    /// <summary>Whether a yield point is nothing but a step counted: no other can run, and nobody wants to know.</summary>
    internal bool IsAlone => unattended && enabled.Count == 1;

    /// <summary>Whether accesses to memory mean anything beyond being yield points.</summary>
    internal bool LooksAtAccesses => Races is not null || Caches is not null || Over;

    private bool Unattended => !Scheduler.SeesAll && Recorder is null && !Cancellation.IsPending && Liveness.Detector is null;

    /// <summary>Runs <paramref name="main"/> and all that it starts, on this thread and the pool's, until the end.</summary>
    public void Run(Host host, Action main)
    {
        Boxes.BeginStack();
        Dispatcher.Begin(host);
        var root = Spawn("main", main);
        root.IsThread = true;
        Dispatcher.Run(root);
        Operation.Here = null;
        Calls.End();
    }

    /// <summary>Creates an operation; it runs when the strategy picks it.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="body">What it does.</param>
    /// <param name="past">What happens before it; null for what its creator, the current operation, has done.</param>
    /// <param name="goesOn">Whether it is the rest of what the current operation was about.</param>
    public Operation Spawn(string name, Action body, SyncState? past = null, bool goesOn = false)
    {
        // Nothing is thrown here if that ends the execution: the platform may stand in between, as it does at an await, and
        // would take the exception for the program's. The operation leaves at its next step.
        Liveness.CheckOperations(Operations.Count);
        Operation.Here?.Stores?.Drain();
        var operation = new Operation(this, Operations.Count, name, body);
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
        Operations.Add(operation);
        Liveness.Started(operation, maker, round);
        return operation;
    }

    /// <summary>The operation knows what came before it, and counts its own acts from here on.</summary>
    internal void Begin(Operation operation, VectorClock past)
    {
        (operation.Slot, var start) = slots.Take(past);
        operation.Clock.Join(past);
        operation.Clock.Start(operation.Slot, start);
    }

    /// <summary>The operation has left its stack, since it has come to its end or the execution is over.</summary>
    internal void Ended(Operation operation)
    {
        operation.Steps++;
        operation.Pending = default;
        Operations.End(operation);
        Liveness.Ended(operation);
        slots.Give(operation.Slot, operation.LastAccess, operation.Clock[operation.Slot]);
        Fingerprint.Ended(operation);
        operation.Clock.Clear();
        Work?.Ended(operation);
        Operation.Here = null;
        Recorder?.Ended(operation);
    }

    /// <summary>A name for one more operation of a kind: "Task.Run #2".</summary>
    public string NameFor(string kind)
    {
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(names, kind, out _);
        return $"{kind} #{++count}";
    }

    /// <summary>What this execution knows of <paramref name="key"/>, made on first use.</summary>
    public T State<T>(object key, Func<object, T> create)
        where T : class =>
        States.Of(key, create);
}
