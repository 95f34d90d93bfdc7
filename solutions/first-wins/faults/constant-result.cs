// Fault: a cheat: the answer as the visible tests spell it.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        return Task.FromResult((T)(object)"B");
    }
}
