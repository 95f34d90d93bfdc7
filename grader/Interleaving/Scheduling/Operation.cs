using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>
/// One controlled thread of execution: a thread, a task body, a queued continuation or a timer callback.
/// Exactly one operation of an <see cref="Scheduling.Execution"/> runs at a time; it gives its turn up only
/// at a yield point, when it blocks, or when it ends.
/// </summary>
internal sealed class Operation(Execution execution, int id, string name, Action body)
{
    [ThreadStatic]
    private static Operation? here;

    /// <summary>How many hooks may throw into an operation that is being unwound before its thread is given up.</summary>
    private const int AbortPatience = 1_000;

    private AddressRing? addresses;
    private int abortThrows;
    private bool threadInterrupted;
    private long idle;
    private Operation? origin;

    /// <summary>
    /// How every hook and every model finds its operation; null on a thread that is not under control. What woven code does there
    /// while an execution is under way proves nothing, and ends it (see <see cref="Outside"/>).
    /// </summary>
    public static Operation? Current => here ?? Outside.Met();

    /// <summary>The same for the engine's own use, on whatever thread: nobody is blamed for having none.</summary>
    public static Operation? Here
    {
        get => here;
        set => here = value;
    }

    public static IComparer<Operation> ByCreation { get; } = Comparer<Operation>.Create(static (a, b) => a.Id.CompareTo(b.Id));

    public Execution Execution { get; } = execution;

    /// <summary>Dense from 0 (the test's own body) in order of creation: the same in every run of one schedule.</summary>
    public int Id { get; } = id;

    /// <summary>Who started it; null for the test's own body and for timers.</summary>
    public Operation? Parent { get; set; }

    /// <summary>What a reader would call it: "main", "Task.Run #2", "Thread #1", "timer #3".</summary>
    public string Name { get; set; } = name;

    public Action Body { get; } = body;

    /// <summary>The thread that holds this operation's stack; null before it starts and after it ends.</summary>
    public Host? Host { get; set; }

    public bool Enabled { get; set; } = true;

    public bool Done { get; set; }

    /// <summary>What it does next, once it is chosen. Strategies look at it.</summary>
    public Step Pending;

    /// <summary>Yield points, blocks and the end of this operation, counted: "op@steps" names one place in a schedule.</summary>
    public int Steps;

    /// <summary>Plain accesses, also those that are no yield points, counted.</summary>
    public int Accesses;

    /// <summary>The source line of the hook in progress (see <see cref="SourceMap.Sites"/>); -1 when unknown.</summary>
    public int Site = -1;

    /// <summary>Loop back-edges and calls executed so far: the unit of work and span.</summary>
    public long Work;

    /// <summary>What of it was charged for calls of the platform: those end by themselves.</summary>
    public long Charged;

    /// <summary>How its loops go round.</summary>
    public LoopState Loops;

    /// <summary>How often it acquired something: reads before and after such a moment are no repetition of each other.</summary>
    public int Acquires;

    /// <summary>Counts the items of a parallel loop that it takes on: what it does for one has nothing to do with the next.</summary>
    public int Item;

    /// <summary>The first of the operations that such a loop goes round on; itself when it is in none.</summary>
    public Operation Origin => origin ?? this;

    /// <summary>Virtual core time at which this operation stands, in units of work (see <see cref="Strategies.CoresStrategy"/>).</summary>
    public long CoreTime
    {
        get => Work + idle;
        set => idle = value - Work;
    }

    /// <summary>Hooks make the operation look up from its loop when <see cref="Work"/> passes this.</summary>
    public long WorkLimit = Math.Min(execution.Limits.MaxWork, execution.FirstSlice);

    /// <summary>Where its slice of a simulated core ends, in units of <see cref="Work"/>; beyond all work elsewhere.</summary>
    public long SliceEnd = execution.FirstSlice;

    /// <summary>Whether it has a thread of its own on the platform; what has not waits for one of the pool's.</summary>
    public bool IsThread { get; set; }

    /// <summary>How many completions it is inside of, of which each went on in the one before.</summary>
    public int Inside;

    /// <summary>While positive, the operation may block but is never preempted (inside the platform's own locks).</summary>
    public int Atomic;

    /// <summary>How often it read the clock.</summary>
    public ClockReads ClockReads;

    /// <summary>How often it let others go first, by a pause or by giving its thread back.</summary>
    public int GaveWay;

    /// <summary>Why the operation is blocked; null while it is not.</summary>
    public Wait? Waiting;

    /// <summary>What ends its wait early; null while it does not wait.</summary>
    public Interruption? Interruption;

    /// <summary>The SynchronizationContext that the program set for this operation.</summary>
    public SynchronizationContext? Context { get; set; }

    /// <summary>The context that an await goes back to: the base class itself counts as none, as on the platform.</summary>
    public SynchronizationContext? AwaitContext =>
        Context?.GetType() == typeof(SynchronizationContext) ? null : Context;

    /// <summary>The scheduler of the program's own under which it runs a task; null when it runs none, or under the platform's.</summary>
    public TaskScheduler? Scheduler { get; set; }

    /// <summary>Its stores that others may see later; null while it made none of the kind.</summary>
    public StoreBuffer? Stores;

    /// <summary>The buffer whose next store this stands for; null for an operation of the program.</summary>
    public StoreBuffer? Gate { get; init; }

    public VectorClock Clock { get; } = new();

    /// <summary>The component of vector clocks that counts this operation's releases.</summary>
    public int Slot { get; set; }

    /// <summary>What that component was when the operation last accessed shared memory.</summary>
    public int LastAccess { get; set; }

    /// <summary>Addresses taken lately, so that a by-reference access can be told which object it hits.</summary>
    public AddressRing Addresses => addresses ??= new AddressRing();

    /// <summary>Whether a timeout, a token or an interrupt already told it to go on, while it waits.</summary>
    public bool IsInterrupted => Interruption is { Happened: true };

    /// <summary>Ends its wait, if it waits.</summary>
    public void Interrupt(bool byToken)
    {
        if (Interruption is not { } interruption)
            return;
        interruption.Happened = true;
        interruption.ByToken |= byToken;
        Execution.Operations.SetEnabled(this, true);
    }

    /// <summary>Ends its wait, or its next one, with an exception.</summary>
    public void InterruptThread()
    {
        threadInterrupted = true;
        Interrupt(byToken: false);
    }

    /// <exception cref="ThreadInterruptedException">Its thread was interrupted, and it hears of it only now that it waits.</exception>
    public void ThrowIfThreadInterrupted()
    {
        if (!threadInterrupted)
            return;
        threadInterrupted = false;
        throw new ThreadInterruptedException();
    }

    /// <summary>Goes on with a loop that <paramref name="before"/> has been in.</summary>
    public void Continue(Operation before, int round)
    {
        origin = before.origin ?? this;
        (Loops.Spins, Loops.IsBetween) = (round, before.Loops.IsBetween);
        Origin.GaveWay++;
    }

    /// <summary>Ends the execution: an object of the platform is used of which only its own execution could know the state.</summary>
    /// <param name="what">"a Semaphore".</param>
    public Exception MadeOutside(string what)
    {
        Execution.Fail(this, FailureKind.Unsupported, Refusals.MadeOutside(this, what));
        ThrowAborted();
        return new ExecutionAbortedException();
    }

    /// <summary>Raised where an operation must leave because its execution is over.</summary>
    public void ThrowAborted()
    {
        if (++abortThrows > AbortPatience)
            Execution.Dispatcher.Abandon(this);
        throw new ExecutionAbortedException();
    }
}

/// <summary>Whether one wait ended before what it was for came.</summary>
internal sealed class Interruption
{
    public bool Happened { get; set; }

    public bool ByToken { get; set; }
}
