// Fault: awaits the read but blocks for a free worker: fine until the reads outnumber the workers.
// Verdict: WrongAnswer
// Fails: loop-never-frozen
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    public Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        _free.Wait(token);
        return Task.Run(
            () =>
            {
                try
                {
                    return driver.Read(sensor);
                }
                finally
                {
                    _free.Release();
                }
            },
            CancellationToken.None);
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
