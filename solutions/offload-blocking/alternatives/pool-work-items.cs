// Alternative: a list of jobs, as many work items of the pool as workers, and completion sources that continue asynchronously.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly LinkedList<Job> _jobs = [];
    private int _busy;

    public Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        if (token.IsCancellationRequested)
            return Task.FromCanceled<int>(token);
        var job = new Job(sensor);
        lock (_jobs)
        {
            _jobs.AddLast(job);
            if (_busy < workers)
            {
                _busy++;
                ThreadPool.QueueUserWorkItem(_ => Work());
            }
        }

        token.Register(() => GiveUp(job, token));
        return job.Result.Task;
    }

    public Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));

    private void GiveUp(Job job, CancellationToken token)
    {
        bool waited;
        lock (_jobs)
            waited = _jobs.Remove(job);
        if (waited)
            job.Result.SetCanceled(token);
    }

    private void Work()
    {
        while (Next() is { } job)
        {
            try
            {
                job.Result.SetResult(driver.Read(job.Sensor));
            }
            catch (Exception failure)
            {
                job.Result.SetException(failure);
            }
        }
    }

    private Job? Next()
    {
        lock (_jobs)
        {
            if (_jobs.First is not { Value: var job })
            {
                _busy--;
                return null;
            }

            _jobs.RemoveFirst();
            return job;
        }
    }

    private sealed class Job(int sensor)
    {
        public int Sensor => sensor;

        public TaskCompletionSource<int> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
