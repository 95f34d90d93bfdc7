// Alternative: one task takes bookings from a channel and does them; whoever is cancelled in the queue is struck off it.
using System.Threading.Channels;

namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly Channel<Booking> _bookings = Channel.CreateUnbounded<Booking>();
    private int _started;

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => BookAsync(-amount, token);

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        if (Interlocked.Exchange(ref _started, 1) == 0)
            _ = Task.Run(ServeAsync, CancellationToken.None);
        var booking = new Booking(change, token);
        using var cancelled = token.Register(() => booking.GiveUp());
        _bookings.Writer.TryWrite(booking);
        return await booking.Done;
    }

    private async Task ServeAsync()
    {
        await foreach (var booking in _bookings.Reader.ReadAllAsync())
        {
            if (!booking.Begin())
                continue;
            try
            {
                booking.End(await ChangeAsync(booking.Change, booking.Token));
            }
            catch (Exception failure)
            {
                booking.Fail(failure);
            }
        }
    }

    private async Task<bool> ChangeAsync(int change, CancellationToken token)
    {
        var balance = await vault.ReadAsync(token);
        if (balance + change < 0)
            return false;
        await vault.WriteAsync(balance + change, token);
        return true;
    }

    private sealed class Booking(int change, CancellationToken token)
    {
        private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _taken;

        public int Change => change;

        public CancellationToken Token => token;

        public Task<bool> Done => _done.Task;

        public bool Begin() => Interlocked.Exchange(ref _taken, 1) == 0;

        public void GiveUp()
        {
            if (Begin())
                _done.TrySetCanceled(token);
        }

        public void End(bool paid) => _done.TrySetResult(paid);

        public void Fail(Exception failure) => _done.TrySetException(failure);
    }
}
