// Fault: the reads wait in the queue of a scheduler that cannot take a task out again: a cancelled read ends when its turn comes.
// Verdict: WrongAnswer
// Fails: cancellation
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly TaskScheduler _bus = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, workers).ConcurrentScheduler;

    public Task<int> ReadAsync(int sensor, CancellationToken token = default) =>
        Task.Factory.StartNew(() => driver.Read(sensor), token, TaskCreationOptions.DenyChildAttach, _bus);

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));
}
