// Alternative: async workers that take parts from an iterator behind a semaphore; each returns its own first hit.
namespace ConcurrencyKatas.KeySearch;

public interface IKeys
{
    long Count { get; }

    string this[long index] { get; }
}

public static class Locksmith
{
    public static long FindFirst(IKeys keys, Predicate<string> opens) => FindFirstAsync(keys, opens).GetAwaiter().GetResult();

    private static async Task<long> FindFirstAsync(IKeys keys, Predicate<string> opens)
    {
        using var parts = Parts(keys.Count).GetEnumerator();
        using var turn = new SemaphoreSlim(1);
        using var stop = new CancellationTokenSource();
        var hits = await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(WorkAsync)));
        return hits.Where(hit => hit >= 0).DefaultIfEmpty(-1).Min();

        async Task<long> WorkAsync()
        {
            try
            {
                while (true)
                {
                    long from;
                    await turn.WaitAsync();
                    try
                    {
                        if (stop.IsCancellationRequested || !parts.MoveNext())
                            return -1;
                        from = parts.Current;
                    }
                    finally
                    {
                        turn.Release();
                    }

                    for (var index = from; index < from + 250 && index < keys.Count; index++)
                    {
                        if (opens(keys[index]))
                        {
                            await stop.CancelAsync();
                            return index;
                        }
                    }
                }
            }
            catch
            {
                await stop.CancelAsync();
                throw;
            }
        }
    }

    private static IEnumerable<long> Parts(long count)
    {
        for (long from = 0; from < count; from += 250)
            yield return from;
    }
}
