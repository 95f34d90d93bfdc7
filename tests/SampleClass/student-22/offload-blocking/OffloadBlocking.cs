// Fault: collects with .Result on the loop, while the reads' own continuations wait for the loop.
// Verdict: Deadlock
// Fails: *
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

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var reads = sensors.Select(sensor => ReadAsync(sensor, token)).ToArray();
        return Task.FromResult(reads.Select(read => read.Result).ToArray());
    }
}
