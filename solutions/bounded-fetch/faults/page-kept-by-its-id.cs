// Fault: keeps the pages by id: an id that comes twice is fetched twice, and one of the two answers is lost.
// Verdict: WrongAnswer
// Fails: input-order
using System.Collections.Concurrent;
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(IReadOnlyList<int> ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken cancellationToken = default)
    {
        var gate = new SemaphoreSlim(limit);
        var pages = new ConcurrentDictionary<int, string>();
        await Task.WhenAll(ids.Select(One));
        return ids.Select(id => pages[id]).ToArray();
        async Task One(int id)
        {
            await gate.WaitAsync(cancellationToken);
            try { cancellationToken.ThrowIfCancellationRequested(); pages[id] = await fetch(id, cancellationToken); }
            finally { gate.Release(); }
        }
    }
}
