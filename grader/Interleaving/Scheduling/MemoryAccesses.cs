using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>
/// What accesses to memory mean to one execution, beyond being yield points: data races, the order that atomic accesses make, and
/// calls at once on an object that is not made for several threads.
/// </summary>
/// <param name="execution">Which one.</param>
internal sealed class MemoryAccesses(Execution execution)
{
    private readonly Dictionary<(object Owner, nint Offset), AtomicState> atomics = new(LocationComparer.Instance);

    /// <summary>The first data race of this execution; null while there is none.</summary>
    public Failure? Race { get; private set; }

    /// <summary>No race by itself, but what it failed by if it failed: <see cref="Races.RaceDetector.ReadTwice"/>.</summary>
    public Failure? Suspicion => execution.Races?.ReadTwice is { } race
        ? new Failure(FailureKind.DataRace, execution.Words.Race(race), race.Second.Site, What: race.Identity)
        : null;

    /// <summary>A plain access, or a call that stands for one, takes place.</summary>
    public void Access(Operation operation, object owner, nint offset, int site, bool write, in Content content = default)
    {
        operation.Accesses++;
        execution.Caches?.Access(operation, owner, offset, write);
        if (Race is null && execution.Races?.Check(operation, owner, offset, site, write, content) is { } race)
            Found(operation, race, site);
        if (execution.Over)
            operation.ThrowAborted();
    }

    /// <summary>An atomic or volatile access takes place.</summary>
    public void AccessAtomically(
        Operation operation, object owner, nint offset, bool acquire, bool release, int site, bool writes, in Content content = default, bool delayed = false)
    {
        execution.Caches?.Access(operation, owner, offset, release);
        var state = Atomic(operation, owner, offset, release);
        if (acquire && release)
            operation.Stores?.Drain();
        else if (acquire)
            operation.Stores?.Read(new StoredAt(site, owner, offset, state));
        if (acquire)
            state.AcquireOnly(operation);
        if (execution.Races is { } races && Race is null)
        {
            var holdsReference = content.Kind == ContentKind.Reference;
            if (acquire)
                races.ReadAtomically(operation, owner, offset, content);
            if (writes && races.CheckAtomic(operation, owner, offset, site, holdsReference ? state : null) is { } race)
                Found(operation, race, site);
        }

        if (release && !delayed)
            state.ReleaseOnly(operation);
        if (execution.Over)
            operation.ThrowAborted();
    }

    /// <summary>What orders the atomic accesses to a location, one of which takes place.</summary>
    public AtomicState Atomic(Operation operation, object owner, nint offset, bool writes)
    {
        if (!atomics.TryGetValue((owner, offset), out var state))
            atomics.Add((owner, offset), state = new AtomicState());
        state.Note(operation, writes);
        return state;
    }

    /// <summary>
    /// For tests in which a data race is no failure. A call on a list is one step there, so what two calls at once would make of the list
    /// is never seen. The platform promises nothing for two such calls at once, so it is a failure that they can meet: one operation is
    /// about to take its step, and another, which could go first, stands before a step on the same object, and not both only read.
    /// </summary>
    public void CheckOverlap(Operation operation)
    {
        if (!execution.ChecksOverlaps || execution.Over)
            return;
        for (var i = 0; i < execution.Operations.Enabled.Count; i++)
        {
            var other = execution.Operations.Enabled[i];

            // A lock may be taken on the same object: that is a step on it of another sort.
            if (ReferenceEquals(other, operation) || other.Pending is not { Plain: true, Offset: Step.WholeObject }
                || !other.Pending.DependsOn(operation.Pending))
                continue;
            execution.Recorder?.Overlaps(other, operation);
            execution.Fail(
                operation, FailureKind.DataRace, execution.Words.Overlap(other, operation), operation.Site, exception: null, (other.Pending.Site, operation.Pending.Site));
            operation.ThrowAborted();
        }
    }

    private void Found(Operation operation, Race race, int site)
    {
        Race = new Failure(FailureKind.DataRace, execution.Words.Race(race), site, What: race.Identity);
        if (!execution.StopAtRace)
            return;
        execution.Recorder?.Raced(operation, race);
        execution.Fail(operation, FailureKind.DataRace, Race.Message, operation.Site, exception: null, race.Identity);
    }
}
