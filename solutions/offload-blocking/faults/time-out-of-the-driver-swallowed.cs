// Fault: every OperationCanceledException is taken for the caller's, also when the driver gave up by itself.
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
        try
        {
            return await Task.Run(() => driver.Read(sensor), token);
        }
        catch (OperationCanceledException)
        {
            throw new OperationCanceledException(token);
        }
        finally
        {
            _free.Release();
        }
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
