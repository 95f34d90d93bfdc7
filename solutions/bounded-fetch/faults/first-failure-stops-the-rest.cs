// Fault: Parallel.ForEachAsync as it is: the first failure cancels all the others.
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
        var options = new ParallelOptions { MaxDegreeOfParallelism = limit, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            Enumerable.Range(0, ids.Count), options, async (i, token) => pages[i] = await fetch(ids[i], token));
        return pages;
    }
}
