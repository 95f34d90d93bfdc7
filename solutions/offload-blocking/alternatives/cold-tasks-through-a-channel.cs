// Alternative: workers read cold tasks from a channel and run them where they stand; one that was cancelled meanwhile cannot be run.
using System.Threading.Channels;

namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub
{
    private readonly Channel<Task<int>> _reads = Channel.CreateUnbounded<Task<int>>();
    private readonly ISensorDriver _driver;

    public SensorHub(ISensorDriver driver, int workers)
    {
        _driver = driver;
        for (var worker = 0; worker < workers; worker++)
            _ = Task.Run(WorkAsync);
    }

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var read = new Task<int>(() => _driver.Read(sensor), token);
        _reads.Writer.TryWrite(read);
        return await read;
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));

    private async Task WorkAsync()
    {
        await foreach (var read in _reads.Reader.ReadAllAsync())
        {
            try
            {
                read.RunSynchronously(TaskScheduler.Default);
            }
            catch (InvalidOperationException) when (read.IsCanceled)
            {
            }
        }
    }
}
