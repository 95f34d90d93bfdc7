// Fault: the failure comes out inside of another exception.
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
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new InvalidOperationException($"Page {id} could not be fetched.", failure);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
