// Fault: async void: nobody can await it, so the call returns before the pages are there.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var pages = new string[ids.Count];
        using var permits = new SemaphoreSlim(limit);
        for (var i = 0; i < ids.Count; i++)
            FetchOne(i);
        await Task.Yield();
        return pages;

        async void FetchOne(int i)
        {
            await permits.WaitAsync(cancellationToken);
            try
            {
                pages[i] = await fetch(ids[i], cancellationToken);
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
