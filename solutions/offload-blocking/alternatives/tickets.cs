// Alternative: tickets that are completion sources themselves; whoever claims one first, a worker or the token, has it.
using System.Collections.Concurrent;

namespace ConcurrencyKatas.OffloadBlocking;

public interface ISensorDriver
{
    int Read(int sensor);
}

public sealed class SensorHub(ISensorDriver driver, int workers)
{
    private readonly ConcurrentQueue<Ticket> _tickets = new();
    private int _busy;

    public Task<int> ReadAsync(int sensor, CancellationToken token = default)
    {
        if (token.IsCancellationRequested)
            return Task.FromCanceled<int>(token);
        var ticket = new Ticket(sensor);
        token.UnsafeRegister(static (state, token) => ((Ticket)state!).GiveUp(token), ticket);
        _tickets.Enqueue(ticket);
        Pump();
        return ticket.Task;
    }

    public async Task<int[]> ReadAllAsync(IReadOnlyList<int> sensors, CancellationToken token = default) =>
        await Task.WhenAll(sensors.Select(sensor => ReadAsync(sensor, token)));

    private void Pump()
    {
        while (!_tickets.IsEmpty && Volatile.Read(ref _busy) is var busy && busy < workers)
        {
            if (Interlocked.CompareExchange(ref _busy, busy + 1, busy) == busy)
                _ = Task.Run(Drain);
        }
    }

    private void Drain()
    {
        while (_tickets.TryDequeue(out var ticket))
            ticket.Serve(driver);
        Interlocked.Decrement(ref _busy);
        Pump();
    }

    private sealed class Ticket(int sensor) : TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        private int _claimed;

        public void GiveUp(CancellationToken token)
        {
            if (Claim())
                SetCanceled(token);
        }

        public void Serve(ISensorDriver driver)
        {
            if (!Claim())
                return;
            try
            {
                SetResult(driver.Read(sensor));
            }
            catch (Exception failure)
            {
                SetException(failure);
            }
        }

        private bool Claim() => Interlocked.Exchange(ref _claimed, 1) == 0;
    }
}
