// Alternative: no lock: the line of those who wait is an immutable queue that is exchanged as a whole; null means that the turn is free.
using System.Collections.Immutable;

namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private ImmutableQueue<TaskCompletionSource>? _line;

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await TakeAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            Give();
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await TakeAsync(token);
        try
        {
            var balance = await vault.ReadAsync(token);
            if (balance < amount)
                return false;
            await vault.WriteAsync(balance - amount, token);
            return true;
        }
        finally
        {
            Give();
        }
    }

    private async Task TakeAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ImmutableQueue<TaskCompletionSource>? seen;
        do
            seen = Volatile.Read(ref _line);
        while (!Replace(seen, seen is null ? [] : seen.Enqueue(mine)));
        if (seen is null)
            return;
        await using var registration = token.Register(() => mine.TrySetCanceled(token));
        await mine.Task;
    }

    private void Give()
    {
        while (true)
        {
            var seen = Volatile.Read(ref _line)!;
            if (seen.IsEmpty)
            {
                if (Replace(seen, null))
                    return;
            }
            else if (Replace(seen, seen.Dequeue(out var first)) && first.TrySetResult())
            {
                return;
            }
        }
    }

    private bool Replace(ImmutableQueue<TaskCompletionSource>? seen, ImmutableQueue<TaskCompletionSource>? next) =>
        ReferenceEquals(Interlocked.CompareExchange(ref _line, next, seen), seen);
}
