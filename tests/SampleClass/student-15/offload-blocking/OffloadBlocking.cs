namespace ConcurrencyKatas.OffloadBlocking;

/// <summary>A driver that blocks the calling thread.</summary>
public interface ISensorDriver
{
    /// <summary>Asks one sensor for its reading and blocks until it answers.</summary>
    int Read(int sensor);
}

/// <summary>The blocking driver, for a program that lives on one thread.</summary>
public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly SemaphoreSlim _free = new(workers);

    /// <summary>Reads one sensor as soon as a worker is free.</summary>
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

    /// <summary>Reads many sensors; the readings come in the order of <paramref name="sensors"/>.</summary>
    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
