// Fault: the ids are dealt out to the workers beforehand: one slow page holds its whole share up.
// Verdict: WrongAnswer
// Fails: work-conserving
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
        await Task.WhenAll(Enumerable.Range(0, limit).Select(WorkAsync));
        return await Task.WhenAll(pages);

        async Task WorkAsync(int worker)
        {
            for (var i = worker; i < ids.Count; i += limit)
            {
                pages[i] = cancellationToken.IsCancellationRequested
                    ? Task.FromCanceled<string>(cancellationToken)
                    : FetchOneAsync(ids[i]);
                await Task.WhenAny(pages[i]);
            }
        }

        async Task<string> FetchOneAsync(int id) => await fetch(id, cancellationToken);
    }
}
