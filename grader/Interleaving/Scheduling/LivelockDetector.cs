using Interleaving.Naming;

namespace Interleaving.Scheduling;

/// <summary>
/// Watches an execution that has passed its limit: is it a livelock, or does it just take long? A livelock goes on for ever
/// although everybody gets turns (Musuvathi and Qadeer, PLDI 2008), so from here on turns go round. In the first window, the
/// operations show all that they do. What they do in the second tells: a livelock does nothing new.
/// </summary>
/// <remarks>
/// New is: a value read or written at a place where it was not before, an operation gone, a look at the clock, an act on
/// something that the engine does not know to come back to where it was (a queue, a channel), and a round of a loop that
/// carries something from one round to the next in its own variables (see <see cref="Weaving.Loops"/>). A timer set before
/// may still change everything. When in doubt, it is no livelock.
/// </remarks>
/// <param name="timers">How many timers the execution had set before.</param>
internal sealed class LivelockDetector(int timers)
{
    /// <summary>Choices, or rounds of a loop, in each of the two windows.</summary>
    public const int ObservationWindow = 5_000;

    /// <summary>Choices in a row for one operation.</summary>
    private const int Slice = 50;

    private readonly HashSet<(int Site, object? What)> seen = new(Comparer.Instance);
    private readonly Dictionary<int, HashSet<int>> places = [];
    private int slice;
    private int queued;
    private int alive;

    public int Timers { get; } = timers;

    /// <summary>Whether the second window has begun.</summary>
    public bool InSecondWindow { get; private set; }

    /// <summary>Whether something new happened in the second window.</summary>
    public bool Progressed { get; private set; }

    /// <summary>Whether the second window ends with fewer operations than it began with.</summary>
    public bool Dwindled => alive < 0;

    public void BeginSecondWindow() => InSecondWindow = true;

    /// <summary>The one that has been without a turn for longest: going by their numbers, a new one every time could leave out an old one.</summary>
    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        if (previous.Enabled && previous.Pending.Kind != StepKind.Pause && ++slice < Slice)
            return previous;
        slice = 0;
        Queue(previous);
        var next = enabled[0];
        foreach (var operation in enabled)
        {
            if (operation.Loops.Queued < next.Loops.Queued)
                next = operation;
        }

        return next;
    }

    /// <summary>It goes to the end of the queue: it has had a turn, or has only begun.</summary>
    public void Queue(Operation operation) => operation.Loops.Queued = ++queued;

    public void Progress() => Progressed |= InSecondWindow;

    public void Saw(int site, object? value)
    {
        // A struct of the program's own is compared by nobody's code but its own.
        if (value is ValueType && IsOpaque(value))
            Progress();
        else if (seen.Add((site, value)))
            Progress();
    }

    public void Began(int site)
    {
        alive += InSecondWindow ? 1 : 0;
        Saw(site, typeof(Operation));
    }

    public void Ended() => alive -= InSecondWindow ? 1 : 0;

    public void Visit(Operation operation, int site)
    {
        var id = operation.Origin.Id;
        if (!places.TryGetValue(id, out var own))
            places.Add(id, own = []);
        own.Add(site);
    }

    /// <summary>The numbers of the places that the operation came by; empty when it did nothing.</summary>
    public IReadOnlyCollection<int> Places(Operation operation) =>
        places.TryGetValue(operation.Origin.Id, out var own) ? own : [];

    /// <summary>Whether the value cannot be compared. Tokens can: those of one source are the same, and loops look at them in each round.</summary>
    private static bool IsOpaque(object? value) => value is not CancellationToken && Values.IsOpaque(value);

    /// <summary>Primitive values and strings by value, tokens by their source, objects by identity.</summary>
    private sealed class Comparer : IEqualityComparer<(int Site, object? What)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((int Site, object? What) x, (int Site, object? What) y) =>
            x.Site == y.Site && (IsOpaque(x.What) ? ReferenceEquals(x.What, y.What) : Equals(x.What, y.What));

        public int GetHashCode((int Site, object? What) entry) => IsOpaque(entry.What)
            ? System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(entry.What)
            : HashCode.Combine(entry.Site, entry.What);
    }
}
