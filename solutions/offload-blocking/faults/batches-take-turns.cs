// Fault: a batch begins when the one before it is over: its reads wait although a worker is free.
// Verdict: WrongAnswer
// Fails: bounded-workers
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);
    private readonly SemaphoreSlim _batch = new(1);

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        await _free.WaitAsync(token);
        try
        {
            return await Task.Run(() => driver.Read(sensor), token);
        }
        finally
        {
            _free.Release();
        }
    }

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        await _batch.WaitAsync(token);
        try
        {
            return await Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
        }
        finally
        {
            _batch.Release();
        }
    }
}
