using System.Runtime.InteropServices;
using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>
/// Counts how often a cache line moves from one operation to another because one of them writes it: what a shared
/// accumulator, a lock per item and false sharing cost on real cores, here the same on every machine. A line is
/// 64 bytes; two operations may read it freely (the MSI protocol without capacity: Papamarcos and Patel 1984).
/// </summary>
internal sealed class CacheModel
{
    public const int LineBytes = 64;

    private readonly Dictionary<(object Owner, nint Line), CacheLine> lines = new(LocationComparer.Instance);

    public long Transfers => lines.Values.Sum(line => line.Transfers());

    public void Access(Operation operation, object owner, nint offset, bool write)
    {
        ref var line = ref CollectionsMarshal.GetValueRefOrAddDefault(lines, (owner, offset / LineBytes), out _);
        line ??= new CacheLine();
        line.Add(operation.Id, operation.CoreTime, write);
    }
}
