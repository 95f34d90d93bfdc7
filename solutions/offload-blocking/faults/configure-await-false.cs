// Fault: ConfigureAwait(false) is hoped to leave the loop: a wait that is over at once goes on where it was.
// Verdict: WrongAnswer
// Fails: overlaps, loop-never-frozen, bounded-workers, cancellation
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
        await _free.WaitAsync(token).ConfigureAwait(false);
        try
        {
            return driver.Read(sensor);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
