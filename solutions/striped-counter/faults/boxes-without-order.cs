// Fault: each thread has a box that it alone writes, plainly, and the reader reads it plainly: nothing orders the two.
// Verdict: DataRace
// Fails: total-in-between
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly ThreadLocal<StrongBox<long>> _boxes = new(() => new StrongBox<long>(), trackAllValues: true);

    public void Add(long amount) => _boxes.Value!.Value += amount;

    public long Total => _boxes.Values.Sum(box => box.Value);
}
