// Fault: catches OperationCanceledException to be nice: a cancelled call looks like a finished one.
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
        try
        {
            return await Task.WhenAll(ids.Select(FetchOneAsync));
        }
        catch (OperationCanceledException)
        {
            return [];
        }

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
