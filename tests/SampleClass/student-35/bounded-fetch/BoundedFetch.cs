// Fault: every fetch makes a semaphore of its own, and is alone with it.
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
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            using var permits = new SemaphoreSlim(limit);
            await permits.WaitAsync(cancellationToken);
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
