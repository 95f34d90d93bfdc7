using System.Collections.Concurrent;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>A partitioner of the platform or of the program's own; its platform locks are never held across a yield point.</summary>
internal sealed class PartitionSource<T>(Partitioner<T> partitioner) : ILoopSource<T>
{
    private readonly SyncState turns = new();
    private IEnumerable<KeyValuePair<long, T>>? partitions;

    public long Count => long.MaxValue;

    public void Divide(int workers)
    {
        if (!partitioner.SupportsDynamicPartitions)
            throw new InvalidOperationException("The Partitioner used here must support dynamic partitioning.");
        if (partitioner is not OrderablePartitioner<T> orderable)
            partitions = Numbered(partitioner.GetDynamicPartitions());
        else if (orderable.KeysNormalized)
            partitions = orderable.GetOrderableDynamicPartitions();
        else
            throw new InvalidOperationException("The OrderablePartitioner used here must have normalized keys.");
    }

    public IEnumerable<(T Item, long Index)> Take(Operation operation, int worker)
    {
        using var items = partitions!.GetEnumerator();
        while (Next(operation, items))
            yield return (items.Current.Value, items.Current.Key);
    }

    private static IEnumerable<KeyValuePair<long, T>> Numbered(IEnumerable<T> items)
    {
        // Each worker enumerates on its own; the numbers only serve Break, which such a partitioner does not order anyway.
        foreach (var item in items)
            yield return new KeyValuePair<long, T>(0, item);
    }

    private bool Next(Operation operation, IEnumerator<KeyValuePair<long, T>> items)
    {
        operation.Arrive(partitioner);
        operation.Atomic++;
        turns.Acquire(operation);
        try
        {
            return items.MoveNext();
        }
        finally
        {
            turns.Release(operation);
            operation.Atomic--;
        }
    }
}
