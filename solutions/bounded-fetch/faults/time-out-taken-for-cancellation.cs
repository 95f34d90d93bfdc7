// Fault: every OperationCanceledException is taken for the caller's: a fetch that timed out leaves a hole.
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
                return await fetch(id, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return "";
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
