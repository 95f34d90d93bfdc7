// Alternative: one loop that owns everything: it waits for whichever comes first, the next item or the end of what is at the sink.
using System.Runtime.ExceptionServices;

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
        var under = new Queue<Task<TOut>>();
        var items = source.GetAsyncEnumerator(stop.Token);
        Task<bool>? asked = null;
        Task? atSink = null;
        ExceptionDispatchInfo? failed = null;
        var over = false;
        try
        {
            while (true)
            {
                token.ThrowIfCancellationRequested();
                if (asked is null && !over && under.Count < inFlight)
                    asked = AskAsync();
                if (asked is { IsCompleted: true })
                {
                    try
                    {
                        over = !await asked;
                        if (!over)
                            under.Enqueue(StageAsync(items.Current));
                    }
                    catch (Exception failure)
                    {
                        over = true;
                        failed = ExceptionDispatchInfo.Capture(failure);
                    }

                    asked = null;
                    continue;
                }

                if (atSink is { IsCompleted: true })
                {
                    await atSink;
                    atSink = null;
                    under.Dequeue();
                    continue;
                }

                if (atSink is null && under.TryPeek(out var first) && first.IsCompleted)
                {
                    atSink = DeliverAsync(await first);
                    continue;
                }

                if (over && under.Count == 0)
                    break;
                Task[] awaited = [.. new[] { asked, atSink ?? (under.Count > 0 ? under.Peek() : null) }.OfType<Task>()];
                await Task.WhenAny(awaited);
            }

        }
        catch (Exception failure)
        {
            failed = ExceptionDispatchInfo.Capture(
                failure is OperationCanceledException && token.IsCancellationRequested ? new OperationCanceledException(token) : failure);
        }

        stop.Cancel();
        foreach (var task in new[] { asked, atSink }.Concat(under).OfType<Task>())
            await Task.WhenAny(task);
        try
        {
            await items.DisposeAsync();
        }
        catch (Exception failure)
        {
            failed ??= ExceptionDispatchInfo.Capture(failure);
        }

        failed?.Throw();

        async Task<bool> AskAsync() => await items.MoveNextAsync();

        async Task<TOut> StageAsync(TIn item) => await stage(item, stop.Token);

        async Task DeliverAsync(TOut result) => await sink(result, stop.Token);
    }
}
