// Alternative: a thread of its own for each read (LongRunning), a semaphore before it, results put in place by index.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub
{
    private readonly ISensorDriver _driver;
    private readonly SemaphoreSlim _permits;

    public SensorHub(ISensorDriver driver, int workers)
    {
        _driver = driver;
        _permits = new SemaphoreSlim(workers, workers);
    }

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        await _permits.WaitAsync(token).ConfigureAwait(false);
        return await Task.Factory.StartNew(
            () =>
            {
                try
                {
                    return _driver.Read(sensor);
                }
                finally
                {
                    _permits.Release();
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default).ConfigureAwait(false);
    }

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var readings = new int[sensors.Count];
        await Task.WhenAll(Enumerable.Range(0, sensors.Count).Select(PutAsync)).ConfigureAwait(false);
        return readings;

        async Task PutAsync(int place) => readings[place] = await ReadAsync(sensors[place], token).ConfigureAwait(false);
    }
}
