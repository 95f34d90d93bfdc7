// Fault: each thread puts a box of its own into a list, and nothing orders those who do.
// Verdict: DataRace
// Fails: exact, total-in-between
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<StrongBox<long>> _own;
    private readonly List<StrongBox<long>> _boxes = [];

    public HotCounter() => _own = new ThreadLocal<StrongBox<long>>(() =>
    {
        var box = new StrongBox<long>();
        _boxes.Add(box);
        return box;
    });

    public void Add(long amount) => Interlocked.Add(ref _own.Value!.Value, amount);

    public long Total => _boxes.Sum(box => Interlocked.Read(ref box.Value));
}
