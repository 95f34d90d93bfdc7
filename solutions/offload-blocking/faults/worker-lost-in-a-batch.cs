// Fault: a single read gives its worker back in a finally, and a batch, which reads by itself, does not.
// Verdict: WrongAnswer
// Fails: errors
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
            return await Task.Run(() => driver.Read(sensor), token);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(async sensor =>
        {
            await _free.WaitAsync(token);
            var reading = await Task.Run(() => driver.Read(sensor));
            _free.Release();
            return reading;
        }));
}
