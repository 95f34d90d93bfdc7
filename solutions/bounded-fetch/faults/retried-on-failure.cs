// Fault: a failed fetch is tried once more, which nobody asked for.
// Verdict: WrongAnswer
// Fails: permits-released
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
            await permits.WaitAsync(cancellationToken);
            try
            {
                try
                {
                    return await fetch(id, cancellationToken);
                }
                catch (Exception) when (!cancellationToken.IsCancellationRequested)
                {
                    return await fetch(id, cancellationToken);
                }
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
