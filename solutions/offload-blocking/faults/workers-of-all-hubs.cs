// Fault: the semaphore is static, made by the first hub: all hubs share its workers.
// Verdict: WrongAnswer
// Fails: bounded-workers
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub
{
    private static readonly Lock Gate = new();
    private static SemaphoreSlim? _free;
    private readonly ISensorDriver _driver;

    public SensorHub(ISensorDriver driver, int workers)
    {
        _driver = driver;
        lock (Gate)
            _free ??= new SemaphoreSlim(workers);
    }

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        var free = _free!;
        await free.WaitAsync(token);
        try
        {
            return await Task.Run(() => _driver.Read(sensor), token);
        }
        finally
        {
            free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
