using System.Runtime.CompilerServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Counts how often a cache line moves from one operation to another because one of them writes it: what a shared
/// accumulator, a lock per item and false sharing cost on real cores, here exact and the same on every machine. A line is
/// 64 bytes; two operations may read it freely (the MSI protocol without capacity: Papamarcos and Patel 1984).
/// </summary>
internal sealed class CacheModel
{
    private const int LineBytes = 64;
    private readonly Dictionary<(object Owner, nint Line), Line> lines = new(LocationComparer.Instance);

    public long Transfers { get; private set; }

    public void Access(Operation operation, object owner, nint offset, bool write)
    {
        ref var line = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(
            lines, (owner, offset / LineBytes), out _);
        if (line.Owner is null)
            line = new Line(operation, write);
        else if (!ReferenceEquals(line.Owner, operation) && (write || line.Written))
        {
            Transfers++;
            line = new Line(operation, write);
        }
        else if (write)
        {
            line = new Line(operation, true);
        }
    }

    private readonly record struct Line(Operation? Owner, bool Written);
}
