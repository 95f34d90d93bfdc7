// Fault: Parallel.For reads all sensors at once, and its caller, the loop, waits for it.
// Verdict: WrongAnswer
// Fails: overlaps, loop-never-frozen, errors, cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        await _free.WaitAsync(token);
        try
        {
            return await Task.Run(() => driver.Read(sensor), CancellationToken.None);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var readings = new int[sensors.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = token };
        Parallel.For(0, sensors.Count, options, i => readings[i] = driver.Read(sensors[i]));
        return Task.FromResult(readings);
    }
}
