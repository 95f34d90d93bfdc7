using Interleaving.Memory;
using Interleaving.Races;

namespace Interleaving.Scheduling;

/// <content>What memory accesses mean to an execution, beyond being yield points.</content>
internal sealed partial class Execution
{
    private readonly Dictionary<(object Owner, nint Offset), AtomicState> atomics = new(LocationComparer.Instance);

    /// <summary>Counts cache lines that move between cores; null unless the execution measures parallelism.</summary>
    public CacheModel? Caches { get; init; }

    /// <summary>Units of work after which an operation lets the simulated cores catch up with its own; 0 where there are none.</summary>
    public long Slice { get; init; }

    internal long FirstSlice => Slice > 0 ? Slice : long.MaxValue;

    /// <summary>The first data race of this execution; null while there is none.</summary>
    public Failure? Race { get; private set; }

    /// <summary>
    /// Whether a data race ends the execution. A search goes on instead: what the race does to the program is the better
    /// story.
    /// </summary>
    public bool StopAtRace { get; init; }

    /// <summary>Whether two calls at once on an object that is not made for several threads end the execution.</summary>
    public bool ChecksOverlaps { get; init; }

    /// <summary>Whether accesses to memory mean anything beyond being yield points.</summary>
    internal bool LooksAtAccesses => Races is not null || Caches is not null || Over;

    /// <summary>No race by itself, but what it failed by if it failed: <see cref="RaceDetector.ReadTwice"/>.</summary>
    public Failure? Suspicion => Races?.ReadTwice is { } race
        ? new Failure(FailureKind.DataRace, Words.Race(race), race.Second.Site)
        : null;

    /// <summary>
    /// On simulated cores, nobody may see what <paramref name="operation"/> does next before the time at which it does it: all
    /// that others do earlier is done first. To be called before an act that is no yield point by itself.
    /// </summary>
    internal void CatchUp(Operation operation, object? target = null)
    {
        if (Caches is not null)
            Yield(operation, new Step(StepKind.Sync, target, 0, operation.Site));
    }

    internal void Accessed(Operation operation, object owner, nint offset, int site, bool write, in Content content = default)
    {
        Caches?.Access(operation, owner, offset, write);
        if (Race is null && Races?.Check(operation, owner, offset, site, write, content) is { } race)
            Found(operation, race, site);
        if (Over)
            operation.ThrowAborted();
    }

    internal void AtomicAccess(
        Operation operation, object owner, nint offset, bool acquire, bool release, int site, bool writes, in Content content = default, bool delayed = false)
    {
        Caches?.Access(operation, owner, offset, release);
        var state = Atomic(operation, owner, offset, release);
        if (acquire && release)
            operation.Stores?.Drain();
        else if (acquire)
            operation.Stores?.Read(new StoredAt(site, owner, offset, state));
        if (acquire)
            state.AcquireOnly(operation);
        if (Races is not null && Race is null)
        {
            var holdsReference = content.Kind == ContentKind.Reference;
            if (acquire)
                Races.ReadAtomically(operation, owner, offset, content);
            if (writes && Races.CheckAtomic(operation, owner, offset, site, holdsReference ? state : null) is { } race)
                Found(operation, race, site);
        }

        if (release && !delayed)
            state.ReleaseOnly(operation);
        if (Over)
            operation.ThrowAborted();
    }

    /// <summary>What orders the atomic accesses to a location, one of which takes place.</summary>
    internal AtomicState Atomic(Operation operation, object owner, nint offset, bool writes)
    {
        if (!atomics.TryGetValue((owner, offset), out var state))
            atomics.Add((owner, offset), state = new AtomicState());
        state.Note(operation, writes);
        return state;
    }

    /// <summary>
    /// Where data races are no failure, a call on a list is one step all the same, and what two of them at once make of the list is
    /// never seen. Nobody promises anything then, so that they can be at once is the failure: one is about to take its step, and
    /// another, who could go first, stands before a step that does not go with it.
    /// </summary>
    internal void CheckOverlap(Operation operation)
    {
        if (!ChecksOverlaps || Over)
            return;
        foreach (var other in enabled)
        {
            // A lock may be taken on the same object: that is a step on it of another sort.
            if (ReferenceEquals(other, operation) || other.Pending is not { Plain: true, Offset: Unsynchronised.WholeObject }
                || !other.Pending.DependsOn(operation.Pending))
                continue;
            Recorder?.Overlaps(other, operation);
            Fail(operation, FailureKind.DataRace, Words.Overlap(other, operation));
            operation.ThrowAborted();
        }
    }

    private void Found(Operation operation, Race race, int site)
    {
        Race = new Failure(FailureKind.DataRace, Words.Race(race), site);
        if (!StopAtRace)
            return;
        Recorder?.Raced(operation, race);
        Fail(operation, FailureKind.DataRace, Race.Message);
    }
}
