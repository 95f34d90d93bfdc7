using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>A list or an array, which the platform goes over by index.</summary>
internal sealed class ListSource<T>(IList<T> list) : ILoopSource<T>
{
    private readonly IndexSource indices = new(0, list.Count);

    public long Count => indices.Count;

    public void Divide(int workers) => indices.Divide(workers);

    public IEnumerable<(T Item, long Index)> Take(Operation operation, int worker)
    {
        foreach (var (index, _) in indices.Take(operation, worker))
        {
            Unsynchronised.SeeItem(operation, list, (int)index);
            yield return (list[(int)index], index);
        }
    }
}
