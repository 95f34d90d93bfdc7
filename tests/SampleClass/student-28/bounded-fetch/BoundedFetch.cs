// Fault: a cancelled call walks away from the fetches that it started.
// Verdict: WrongAnswer
// Fails: cancellation
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
        var started = new List<Task<string>>();
        foreach (var id in ids)
        {
            await permits.WaitAsync(cancellationToken);
            started.Add(FetchOneAsync(id));
        }

        return await Task.WhenAll(started);

        async Task<string> FetchOneAsync(int id)
        {
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
