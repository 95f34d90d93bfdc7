// Alternative: the room is a channel with n tickets in it; the items are a list that is guarded by a lock, with a bell.
using System.Runtime.ExceptionServices;
using System.Threading.Channels;

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
        var tickets = Channel.CreateBounded<int>(inFlight);
        for (var ticket = 0; ticket < inFlight; ticket++)
            tickets.Writer.TryWrite(ticket);
        var queue = new Queue<Task<TOut>?>();
        using var bell = new SemaphoreSlim(0);
        Exception? failure = null;
        var feeding = FeedAsync();
        try
        {
            while (true)
            {
                await bell.WaitAsync(CancellationToken.None);
                Task<TOut>? next;
                lock (queue)
                    next = queue.Dequeue();
                if (next is null)
                    break;
                var result = await next;
                token.ThrowIfCancellationRequested();
                await sink(result, stop.Token);
                await tickets.Writer.WriteAsync(0, CancellationToken.None);
            }

            if (failure is not null)
                ExceptionDispatchInfo.Capture(failure).Throw();
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            throw new OperationCanceledException("The conveyor was stopped.", token);
        }
        finally
        {
            await stop.CancelAsync();
            await feeding;
            await Task.WhenAll(queue.OfType<Task>().Select(left => Task.WhenAny(left)));
        }

        async Task FeedAsync()
        {
            try
            {
                await tickets.Reader.ReadAsync(stop.Token);
                await foreach (var item in source.WithCancellation(stop.Token))
                {
                    stop.Token.ThrowIfCancellationRequested();
                    Enqueue(StageAsync(item));
                    await tickets.Reader.ReadAsync(stop.Token);
                }
            }
            catch (Exception caught)
            {
                failure = caught;
            }

            Enqueue(null);
        }

        void Enqueue(Task<TOut>? task)
        {
            lock (queue)
                queue.Enqueue(task);
            bell.Release();
        }

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);
    }
}
