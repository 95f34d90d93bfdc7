// Fault: each thread has a sum in a static field of its own: all counters share it, nobody else can read it, and it is lost with its thread.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    [ThreadStatic]
    private static long _sum;

    public void Add(long amount) => _sum += amount;

    public long Total => _sum;
}
