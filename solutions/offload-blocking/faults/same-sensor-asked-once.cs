// Fault: a batch asks each sensor once, and gives the same reading to both places of one that is named twice.
// Verdict: WrongAnswer
// Fails: order
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

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var reads = sensors.Distinct().ToDictionary(sensor => sensor, sensor => ReadAsync(sensor, token));
        return await Task.WhenAll(sensors.Select(sensor => reads[sensor]));
    }
}
