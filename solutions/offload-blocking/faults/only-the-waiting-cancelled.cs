// Fault: the caller stops waiting when it cancels, and its read stays in the queue.
// Verdict: WrongAnswer
// Fails: cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) => QueueAsync(sensor).WaitAsync(token);

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));

    private async Task<int> QueueAsync(int sensor)
    {
        await _free.WaitAsync();
        try
        {
            return await Task.Run(() => driver.Read(sensor));
        }
        finally
        {
            _free.Release();
        }
    }
}
