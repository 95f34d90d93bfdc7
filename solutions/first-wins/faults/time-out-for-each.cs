// Fault: each has a delay's time to answer, and is cancelled when the next is called: whoever is slow never wins.
// Verdict: WrongAnswer
// Fails: hedges, wins, losers, all-failed, cancellation
namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        List<Exception> failures = [];
        foreach (var replica in replicas)
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(token);
            if (failures.Count < replicas.Count - 1)
                time.CancelAfter(delay);
            try
            {
                return await replica(time.Token);
            }
            catch (Exception failure)
            {
                token.ThrowIfCancellationRequested();
                failures.Add(failure);
            }
        }

        throw new AggregateException(failures);
    }
}
