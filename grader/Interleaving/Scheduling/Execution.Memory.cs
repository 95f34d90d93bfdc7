using Interleaving.Races;

namespace Interleaving.Scheduling;

/// <content>What memory accesses mean to an execution, beyond being yield points.</content>
internal sealed partial class Execution
{
    private readonly Dictionary<(object Owner, nint Offset), SyncState> atomics = new(LocationComparer.Instance);

    /// <summary>Counts cache lines that move between cores; null unless the execution measures parallelism.</summary>
    public CacheModel? Caches { get; init; }

    /// <summary>The first data race of this execution; null while there is none.</summary>
    public Failure? Race { get; private set; }

    /// <summary>
    /// Whether a data race ends the execution. A search goes on instead: what the race does to the program is the better
    /// story.
    /// </summary>
    public bool StopAtRace { get; init; }

    /// <summary>Whether accesses to memory mean anything beyond being yield points.</summary>
    internal bool LooksAtAccesses => Races is not null || Caches is not null || Over;

    internal void Accessed(Operation operation, object owner, nint offset, int site, bool write)
    {
        Caches?.Access(operation, owner, offset, write);
        if (operation.Initialising == 0 && Race is null && Races?.Check(operation, owner, offset, site, write) is { } race)
            Found(operation, race, site);
        if (Over)
            operation.ThrowAborted();
    }

    internal void AtomicAccess(Operation operation, object owner, nint offset, bool acquire, bool release, int site, bool writes)
    {
        Caches?.Access(operation, owner, offset, release);
        if (!atomics.TryGetValue((owner, offset), out var state))
            atomics.Add((owner, offset), state = new SyncState());
        if (acquire)
            state.Acquire(operation);
        if (writes && operation.Initialising == 0 && Race is null && Races?.CheckAtomic(operation, owner, offset, site) is { } race)
            Found(operation, race, site);
        if (release)
            state.Release(operation);
        if (Over)
            operation.ThrowAborted();
    }

    private void Found(Operation operation, Race race, int site)
    {
        Race = new Failure(FailureKind.DataRace, Messages.Race(race), site);
        if (!StopAtRace)
            return;
        Recorder?.Raced(operation, race);
        Fail(operation, FailureKind.DataRace, Race.Message);
    }
}
