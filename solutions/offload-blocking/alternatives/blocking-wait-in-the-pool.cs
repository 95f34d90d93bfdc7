// Alternative: the pool's threads wait for a worker; which of them goes first is up to the pool.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) => Task.Run(
        () =>
        {
            _free.Wait(token);
            try
            {
                return driver.Read(sensor);
            }
            finally
            {
                _free.Release();
            }
        },
        token);

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
