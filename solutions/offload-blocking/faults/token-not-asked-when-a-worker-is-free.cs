// Fault: whoever finds a free worker goes in without a look at the token, even when it was cancelled before the start.
// Verdict: WrongAnswer
// Fails: cancellation
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
        if (!_free.Wait(0))
            await _free.WaitAsync(token);
        try
        {
            return await Task.Run(() => driver.Read(sensor));
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
