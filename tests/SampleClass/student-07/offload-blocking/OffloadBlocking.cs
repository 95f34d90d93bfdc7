// Fault: awaits each read before it starts the next: offloaded, yet sequential after all.
// Verdict: WrongAnswer
// Fails: overlaps, bounded-workers
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
        List<int> readings = [];
        foreach (var sensor in sensors)
            readings.Add(await ReadAsync(sensor, token));
        return [.. readings];
    }
}
