// Alternative: a lock, a count and a queue of those who wait make the room; one worker task for each place in it.
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
        var hall = new Hall(token);
        var items = source.GetAsyncEnumerator(hall.Stop);
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => WorkAsync()));
        try
        {
            await items.DisposeAsync();
        }
        catch (Exception failure)
        {
            hall.Fail(hall.Given, failure);
        }

        hall.Dispose();
        hall.ThrowIfFailed();

        async Task WorkAsync()
        {
            while (true)
            {
                await hall.Asking.WaitAsync(CancellationToken.None);
                var number = 0;
                var item = default(TIn)!;
                try
                {
                    if (hall.IsOver)
                        return;
                    hall.Stop.ThrowIfCancellationRequested();
                    if (!await items.MoveNextAsync())
                    {
                        hall.IsOver = true;
                        return;
                    }

                    (number, item) = (hall.Given++, items.Current);
                }
                catch (Exception failure)
                {
                    hall.Fail(hall.Given, failure);
                    hall.IsOver = true;
                    return;
                }
                finally
                {
                    hall.Asking.Release();
                }

                Task<TOut>? staged = null;
                try
                {
                    hall.Stop.ThrowIfCancellationRequested();
                    staged = stage(item, hall.Stop);
                    await Task.WhenAny(staged);
                }
                catch (Exception failure)
                {
                    staged = Task.FromException<TOut>(failure);
                }

                await hall.TurnAsync(number);
                try
                {
                    var result = await staged;
                    hall.Stop.ThrowIfCancellationRequested();
                    await sink(result, hall.Stop);
                }
                catch (Exception failure)
                {
                    hall.Fail(number, failure);
                }

                hall.Pass(number);
            }
        }
    }
}

internal sealed class Hall(CancellationToken token) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(token);
    private readonly Dictionary<int, TaskCompletionSource> _turns = [];
    private (int Item, Exception Failure)? _failed;
    private int _passed;
    private bool _over;

    public CancellationToken Stop => _stop.Token;

    public SemaphoreSlim Asking { get; } = new(1);

    public int Given { get; set; }

    public bool IsOver
    {
        get
        {
            lock (_lock)
                return _over;
        }
        set
        {
            lock (_lock)
                _over = value;
        }
    }

    public Task TurnAsync(int item)
    {
        lock (_lock)
        {
            if (item == _passed)
                return Task.CompletedTask;
            return (_turns[item] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Pass(int item)
    {
        lock (_lock)
        {
            _passed = item + 1;
            if (_turns.Remove(_passed, out var turn))
                turn.SetResult();
        }
    }

    public void Fail(int item, Exception failure)
    {
        lock (_lock)
        {
            if (_failed is { } known && known.Item <= item)
                return;
            _failed = (item, token.IsCancellationRequested ? new OperationCanceledException(token) : failure);
            if (item > _passed)
                return;
        }

        _stop.Cancel();
    }

    public void ThrowIfFailed()
    {
        if (_failed is not null)
            ExceptionDispatchInfo.Throw(_failed.Value.Failure);
    }

    public void Dispose() => _stop.Dispose();
}
