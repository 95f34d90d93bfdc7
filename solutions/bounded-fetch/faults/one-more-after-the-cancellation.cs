// Fault: worker loops that ask the token after a fetch, when the next one has begun already.
// Verdict: WrongAnswer
// Fails: cancellation
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var fetches = new Task<string>[ids.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, limit).Select(_ => WorkAsync()));
        return await Task.WhenAll(fetches);

        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < ids.Count; i = Interlocked.Increment(ref next))
            {
                fetches[i] = FetchOneAsync(ids[i]);
                await fetches[i].ContinueWith(_ => { }, TaskScheduler.Default);
                if (cancellationToken.IsCancellationRequested && fetches[i].IsCanceled)
                    break;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        async Task<string> FetchOneAsync(int id) => await fetch(id, cancellationToken);
    }
}
