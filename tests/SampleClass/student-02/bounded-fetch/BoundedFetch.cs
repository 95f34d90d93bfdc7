// Alternative: no semaphore: a lock, a count of free permits and a queue of those who wait, in order of arrival.
namespace ConcurrencyKatas.BoundedFetch;

public static class Fetcher
{
    public static async Task<string[]> FetchAllAsync(
        IReadOnlyList<int> ids,
        int limit,
        Func<int, CancellationToken, Task<string>> fetch,
        CancellationToken cancellationToken = default)
    {
        var permits = new Permits(limit);
        return await Task.WhenAll(ids.Select(async id =>
        {
            await permits.TakeAsync(cancellationToken);
            try
            {
                return await fetch(id, cancellationToken);
            }
            finally
            {
                permits.GiveBack();
            }
        }));
    }
}

internal sealed class Permits(int free)
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = new();
    private int free = free;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (free > 0)
            {
                free--;
                return;
            }

            waiting.Enqueue(place);
        }

        using var registration = cancellationToken.Register(() => place.TrySetCanceled(cancellationToken));
        await place.Task;
    }

    public void GiveBack()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                    return;
            }

            free++;
        }
    }
}
