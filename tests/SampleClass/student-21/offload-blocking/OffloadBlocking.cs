// Fault: takes the failure out of the task's own Exception: the caller gets an AggregateException around the driver's.
// Verdict: WrongAnswer
// Fails: errors
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
        var read = Task.Run(() => driver.Read(sensor), CancellationToken.None);
        await Task.WhenAny(read);
        _free.Release();
        return read.Exception is { } failure ? throw failure : read.Result;
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
