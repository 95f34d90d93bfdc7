// Fault: whole batches: the slowest of each holds the free permits up.
// Verdict: WrongAnswer
// Fails: work-conserving, permits-released, cancellation
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var pages = new List<string>();
        foreach (var batch in ids.Chunk(limit))
            pages.AddRange(await Task.WhenAll(batch.Select(id => fetch(id, cancellationToken))));
        return [.. pages];
    }
}
