// Fault: WhenAll over everything: all requests hit the server at once.
// Verdict: WrongAnswer
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
        return await Task.WhenAll(ids.Select(id => fetch(id, cancellationToken)));
    }
}
