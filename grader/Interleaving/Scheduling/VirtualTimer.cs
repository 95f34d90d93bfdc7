namespace Interleaving.Scheduling;

/// <summary>
/// Something that happens at an instant of virtual time: either a blocked operation wakes with a timeout, or a
/// callback runs as an operation of its own.
/// </summary>
internal sealed class VirtualTimer(long due, string name, Action? callback, Operation? sleeper)
{
    /// <summary>Ticks (100 ns) of virtual time since the start of the execution.</summary>
    public long Due { get; } = due;

    public string Name { get; } = name;

    public Action? Callback { get; } = callback;

    public Operation? Sleeper { get; } = sleeper;

    public bool Cancelled { get; private set; }

    /// <summary>The clock of the operation that set the timer: its past happens before the callback.</summary>
    public SyncState Origin { get; } = new();

    public ExecutionContext? Context { get; init; }

    /// <summary>Whether it comes again and again by itself: one tick of a periodic timer.</summary>
    public bool IsPeriodic { get; init; }

    public void Cancel() => Cancelled = true;
}
