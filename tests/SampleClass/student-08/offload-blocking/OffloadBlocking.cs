// Alternative: no semaphore; a count of free workers and a queue of waiters, each woken by the read that ends.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource> _waiters = [];
    private int _free = workers;

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        await TakeWorkerAsync(token);
        try
        {
            return await Task.Run(() => driver.Read(sensor), CancellationToken.None);
        }
        finally
        {
            GiveWorkerBack();
        }
    }

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        List<Task<int>> reads = [];
        foreach (var sensor in sensors)
            reads.Add(ReadAsync(sensor, token));
        await Task.WhenAll(reads);
        return [.. reads.Select(read => read.Result)];
    }

    private async Task TakeWorkerAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        TaskCompletionSource turn;
        lock (_gate)
        {
            if (_free > 0)
            {
                _free--;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Enqueue(turn);
        }

        using (token.Register(() => turn.TrySetCanceled(token)))
            await turn.Task;
    }

    private void GiveWorkerBack()
    {
        lock (_gate)
        {
            while (_waiters.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                    return;
            }

            _free++;
        }
    }
}
