// Alternative: no semaphore: the n-th item before the next one has its task in a ring, and whoever asks the source awaits that one first.
namespace ConcurrencyKatas.Pipeline;

public static class Conveyor
{
    public static async Task RunAsync<TIn, TOut>(
        IAsyncEnumerable<TIn> source,
        Func<TIn, CancellationToken, Task<TOut>> stage,
        Func<TOut, CancellationToken, Task> sink,
        int inFlight,
        CancellationToken token = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var ring = new Task[inFlight];
        Array.Fill(ring, Task.CompletedTask);
        var stages = new Queue<Task>();
        var (last, next) = (Task.CompletedTask, 0);
        try
        {
            await using var items = source.GetAsyncEnumerator(stop.Token);
            for (; ; next = (next + 1) % inFlight)
            {
                await ring[next];
                stop.Token.ThrowIfCancellationRequested();
                if (!await items.MoveNextAsync())
                    break;
                stop.Token.ThrowIfCancellationRequested();
                var staged = BeginAsync(items.Current);
                stages.Enqueue(staged);
                ring[next] = last = SinkAsync(staged, last);
            }

            await last;
        }
        catch (Exception)
        {
            if (!token.IsCancellationRequested)
                await last;
            token.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            stop.Cancel();
            foreach (var staged in stages)
                await Task.WhenAny(staged);
            await Task.WhenAny(last);
        }

        async Task<TOut> BeginAsync(TIn item) => await stage(item, stop.Token);

        async Task SinkAsync(Task<TOut> staged, Task before)
        {
            try
            {
                await before;
                var result = await staged;
                stop.Token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
            }
            catch
            {
                stop.Cancel();
                throw;
            }
        }
    }
}
