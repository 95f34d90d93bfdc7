// Fault: waits for a permit for a minute at most, and does not look whether it got one.
// Verdict: WrongAnswer
// Fails: at-most-n
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            await permits.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
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
