// Fault: calls the driver on the loop and wraps the answer into a finished task.
// Verdict: WrongAnswer
// Fails: overlaps, loop-never-frozen, bounded-workers, cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    public int Workers => workers;

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) =>
        Task.FromResult(driver.Read(sensor));

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var readings = new List<int>();
        foreach (var sensor in sensors)
            readings.Add(await ReadAsync(sensor, token));
        return [.. readings];
    }
}
