using Interleaving.Models.Parallelism;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Queries;

/// <summary>A list or an array, cut into one run for each worker, as parallel queries cut it.</summary>
internal sealed class RangeSource<T>(IList<T> list) : ILoopSource<T>
{
    private long size;

    public long Count => list.Count;

    public void Divide(int workers) => size = (Count + workers - 1) / workers;

    public IEnumerable<(T Item, long Index)> Take(Operation operation, int worker)
    {
        operation.Arrive(this);
        var end = Math.Min(Count, (worker + 1) * size);
        for (var i = worker * size; i < end; i++)
        {
            Unsynchronised.SeeItem(operation, list, (int)i);
            yield return (list[(int)i], i);
        }
    }
}
