// Fault: returns the task without awaiting it: the permit is back before the fetch is done.
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
        using var permits = new SemaphoreSlim(limit);
        var pages = await Task.WhenAll(ids.Select(StartOneAsync));
        return await Task.WhenAll(pages);

        async Task<Task<string>> StartOneAsync(int id)
        {
            await permits.WaitAsync(cancellationToken);
            try
            {
                return fetch(id, cancellationToken);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
