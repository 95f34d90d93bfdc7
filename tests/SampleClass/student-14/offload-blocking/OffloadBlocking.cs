// Alternative: threads of its own around a locked queue, started when there is work and ended when there is none.
namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Request> _waiting = [];
    private int _threads;

    public async Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        var request = new Request(sensor);
        lock (_lock)
        {
            _waiting.AddLast(request);
            if (_threads < workers)
            {
                _threads++;
                new Thread(Work) { IsBackground = true }.Start();
            }
        }

        using (token.Register(() => Withdraw(request, token)))
            return await request.Reading.Task;
    }

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default)
    {
        var reads = sensors.Select(sensor => ReadAsync(sensor, token)).ToArray();
        return await Task.WhenAll(reads);
    }

    private void Withdraw(Request request, CancellationToken token)
    {
        bool waited;
        lock (_lock)
            waited = _waiting.Remove(request);
        if (waited)
            request.Reading.SetCanceled(token);
    }

    private void Work()
    {
        while (Next() is { } request)
        {
            try
            {
                request.Reading.SetResult(driver.Read(request.Sensor));
            }
            catch (Exception exception)
            {
                request.Reading.SetException(exception);
            }
        }
    }

    private Request? Next()
    {
        lock (_lock)
        {
            if (_waiting.First is not { } first)
            {
                _threads--;
                return null;
            }

            _waiting.RemoveFirst();
            return first.Value;
        }
    }

    private sealed class Request(int sensor)
    {
        public int Sensor => sensor;

        public TaskCompletionSource<int> Reading { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
