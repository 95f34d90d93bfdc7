// Fault: the token gives the worker back: once by the registration, and once more in the finally.
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
        await _free.WaitAsync(token);
        using var registration = token.Register(() => _free.Release());
        try
        {
            return await Task.Run(() => driver.Read(sensor), CancellationToken.None);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
