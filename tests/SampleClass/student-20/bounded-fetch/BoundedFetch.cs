// Fault: one after the other: within every limit, and never two at once.
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
        foreach (var id in ids)
            pages.Add(await fetch(id, cancellationToken));
        return [.. pages];
    }
}
