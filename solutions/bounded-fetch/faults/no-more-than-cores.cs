// Fault: the limit is cut to the number of processors, as if waiting needed one.
// Verdict: WrongAnswer
// Fails: work-conserving
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = new SemaphoreSlim(Math.Min(limit, Environment.ProcessorCount));
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
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
    }
}
