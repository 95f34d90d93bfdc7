namespace Interleaving.Scheduling;

/// <summary>What orders the atomic and volatile accesses to one location, and who makes them.</summary>
internal sealed class AtomicState : SyncState
{
    private const int Nobody = -1;
    private const int Several = -2;
    private int user = Nobody;
    private int writer = Nobody;

    /// <summary>Whether more than one operation accessed it.</summary>
    public bool IsShared => user == Several;

    public void Note(Operation operation, bool writes)
    {
        user = user == Nobody || user == operation.Id ? operation.Id : Several;
        if (writes)
            writer = writer == Nobody || writer == operation.Id ? operation.Id : Several;
    }

    /// <summary>Whether anybody but the operation with this id wrote it.</summary>
    public bool IsWrittenBeside(int operation) => writer != Nobody && writer != operation;
}
