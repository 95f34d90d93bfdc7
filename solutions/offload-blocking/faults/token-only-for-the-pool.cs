// Fault: the token is given to Task.Run, where the read is not waiting any more.
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
        await _free.WaitAsync();
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
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
