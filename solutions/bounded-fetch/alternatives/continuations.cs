// Alternative: no await anywhere: ContinueWith and Unwrap around a semaphore.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = new SemaphoreSlim(limit);
        return Task.WhenAll(ids.Select(id => permits.WaitAsync(cancellationToken).ContinueWith(
            permit => permit.IsCompletedSuccessfully
                ? Begin(id).ContinueWith(
                    page =>
                    {
                        permits.Release();
                        return page;
                    },
                    TaskScheduler.Default).Unwrap()
                : Task.FromCanceled<string>(cancellationToken),
            TaskScheduler.Default).Unwrap()));

        Task<string> Begin(int id)
        {
            try
            {
                return fetch(id, cancellationToken);
            }
            catch (Exception failure)
            {
                return Task.FromException<string>(failure);
            }
        }
    }
}
