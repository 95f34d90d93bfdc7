// Fault: looks every ten milliseconds whether there is room: too late, and between the look and the start others start.
// Verdict: WrongAnswer
// Fails: at-most-n, work-conserving, permits-released, cancellation
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var inFlight = 0;
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            while (Volatile.Read(ref inFlight) >= limit)
                await Task.Delay(10, cancellationToken);
            Interlocked.Increment(ref inFlight);
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref inFlight);
            }
        }
    }
}
