// Fault: offloads every read at once: nobody counts the workers.
// Verdict: WrongAnswer
// Fails: bounded-workers, cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    public int Workers => workers;

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) =>
        Task.Run(() => driver.Read(sensor), token);

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
