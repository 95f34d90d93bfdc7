// Fault: a batch with a single sensor takes a short cut, on which the token is forgotten.
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
        token.ThrowIfCancellationRequested();
        return sensors.Count == 1
            ? [await ReadAsync(sensors[0], CancellationToken.None)]
            : await Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
    }
}
