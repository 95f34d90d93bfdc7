// Fault: the semaphore is made once, by the first call, and every later call goes by its limit.
// Verdict: WrongAnswer
// Fails: at-most-n
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    private static readonly Lock Gate = new();
    private static SemaphoreSlim? permits;

    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        SemaphoreSlim shared;
        lock (Gate)
            shared = permits ??= new SemaphoreSlim(limit);
        return await Task.WhenAll(ids.Select(FetchOneAsync));

        async Task<string> FetchOneAsync(int id)
        {
            await shared.WaitAsync(cancellationToken);
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                shared.Release();
            }
        }
    }
}
