// Fault: ReadAllAsync counts its own workers and ReadAsync others: together they are too many.
// Verdict: WrongAnswer
// Fails: bounded-workers, cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    private readonly SemaphoreSlim _freeForAll = new(workers);

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) => ThroughAsync(_free, sensor, token);

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ThroughAsync(_freeForAll, sensor, token)));

    private async Task<int> ThroughAsync(SemaphoreSlim free, int sensor, CancellationToken token)
    {
        await free.WaitAsync(token);
        try
        {
            return await Task.Run(() => driver.Read(sensor), CancellationToken.None);
        }
        finally
        {
            free.Release();
        }
    }
}
