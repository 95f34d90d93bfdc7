// Fault: a cheat: the pages as the visible tests spell them, without a single fetch.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        return Task.FromResult(ids.Select(id => $"page {id}").ToArray());
    }
}
