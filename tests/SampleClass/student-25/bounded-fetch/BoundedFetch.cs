// Fault: catches everything and calls it an empty page.
// Verdict: WrongAnswer
// Fails: permits-released, cancellation
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
            try
            {
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
            catch (Exception)
            {
                return "";
            }
        }
    }
}
