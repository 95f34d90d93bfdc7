// Fault: a reading is kept by its sensor, "since the driver is slow": from the second read on it is an old one.
// Verdict: WrongAnswer
// Fails: order
using System.Collections.Concurrent;

namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);
    private readonly ConcurrentDictionary<int, int> _known = new();

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        if (_known.TryGetValue(sensor, out var reading))
            return reading;
        await _free.WaitAsync(token);
        try
        {
            return _known[sensor] = await Task.Run(() => driver.Read(sensor), token);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
