// Fault: worker loops, and a failure ends its worker: with it goes a permit.
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
        var pages = new string[ids.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => WorkAsync()));
        return pages;

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var i && i < ids.Count)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pages[i] = await fetch(ids[i], cancellationToken);
            }
        }
    }
}
