// Alternative: a count of the free workers and a stack of those who wait: whoever came last is served first.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly Lock _lock = new();
    private readonly Stack<TaskCompletionSource> _waiting = new();
    private int _free = workers;

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        if (Wait() is { } turn)
        {
            await using var registration = token.Register(() => turn.TrySetCanceled(token));
            await turn.Task;
        }

        try
        {
            return await Task.Run(() => driver.Read(sensor), CancellationToken.None);
        }
        finally
        {
            GiveBack();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));

    private TaskCompletionSource? Wait()
    {
        lock (_lock)
        {
            if (_free > 0)
            {
                _free--;
                return null;
            }

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Push(turn);
            return turn;
        }
    }

    private void GiveBack()
    {
        lock (_lock)
        {
            while (_waiting.TryPop(out var turn))
            {
                if (turn.TrySetResult())
                    return;
            }

            _free++;
        }
    }
}
