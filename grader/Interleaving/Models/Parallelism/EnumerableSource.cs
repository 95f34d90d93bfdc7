using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>A sequence whose one enumerator the workers share under a lock.</summary>
internal sealed class EnumerableSource<T>(IEnumerable<T> items) : ILoopSource<T>, IDisposable
{
    private IEnumerator<T>? shared;
    private LockState? gate;
    private long index;
    private bool ended;

    public long Count => long.MaxValue;

    public void Divide(int workers)
    {
        shared = items.GetEnumerator();
        gate = new LockState(shared) { Unseen = "the next item" };
    }

    public IEnumerable<(T Item, long Index)> Take(Operation operation, int worker)
    {
        while (true)
        {
            T item;
            long at;
            gate!.Enter(operation, -1);
            try
            {
                if (ended || !shared!.MoveNext())
                {
                    ended = true;
                    break;
                }

                item = shared.Current;
                at = index++;
            }
            finally
            {
                gate.Exit(operation);
            }

            yield return (item, at);
        }
    }

    public void Dispose() => shared?.Dispose();
}
