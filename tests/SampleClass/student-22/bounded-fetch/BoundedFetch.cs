// Fault: worker loops that share a plain counter: two workers may take the same page, or skip one.
// Verdict: DataRace
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
        var pages = new Task<string>[ids.Count];
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => WorkAsync()));
        return await Task.WhenAll(pages);

        async Task WorkAsync()
        {
            while (next < ids.Count)
            {
                var i = next++;
                cancellationToken.ThrowIfCancellationRequested();
                pages[i] = FetchOneAsync(ids[i]);
                await Task.WhenAny(pages[i]);
            }
        }

        async Task<string> FetchOneAsync(int id) => await fetch(id, cancellationToken);
    }
}
