// Fault: takes a token and gives it to nobody.
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
        using var permits = new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            await permits.WaitAsync();
            try
            {
                return await fetch(id, CancellationToken.None);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
