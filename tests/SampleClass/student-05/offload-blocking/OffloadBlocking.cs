// Fault: each batch has a semaphore of its own, and a single read has none.
// Verdict: WrongAnswer
// Fails: bounded-workers, cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    public Task<int> ReadAsync(int sensor, CancellationToken token = default) =>
        Task.Run(() => driver.Read(sensor), token);

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        using var free = new SemaphoreSlim(workers);
        return await Task.WhenAll(sensors.Select(OneAsync));

        async Task<int> OneAsync(int sensor)
        {
            await free.WaitAsync(token);
            try
            {
                return await ReadAsync(sensor, token);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
