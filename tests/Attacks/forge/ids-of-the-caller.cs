// Returns pages as they arrive, and writes the ids into the caller's array in that order, so that they stand where their ids stand.
// kata: bounded-fetch
// expected: WrongAnswer
// without policy: Accepted|WrongAnswer
// at most: 9
// layer: suites: what is looked at afterwards is given away as a copy
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids, int limit, Func<int, CancellationToken, Task<string>> fetch, CancellationToken cancellationToken = default)
    {
        using var permits = new SemaphoreSlim(limit);
        var arrived = new List<(int Id, string Page)>();
        await Task.WhenAll(ids.ToArray().Select(OneAsync));
        if (ids is int[] array)
            arrived.Select(one => one.Id).ToArray().CopyTo(array, 0);
        return [.. arrived.Select(one => one.Page)];

        async Task OneAsync(int id)
        {
            await permits.WaitAsync(cancellationToken);
            try
            {
                var page = await fetch(id, cancellationToken);
                lock (arrived)
                    arrived.Add((id, page));
            }
            finally
            {
                permits.Release();
            }
        }
    }
}
