// Fault: keeps the readings in the order in which they arrive.
// Verdict: WrongAnswer
// Fails: order
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
        List<int> readings = [];
        var reads = sensors.Select(sensor => ReadAsync(sensor, token)).ToList();
        while (reads.Count > 0)
        {
            var read = await Task.WhenAny(reads);
            reads.Remove(read);
            readings.Add(await read);
        }

        return [.. readings];
    }
}
