// Alternative: a channel with one coin in it: whoever takes it has the turn, and puts it back.
using System.Threading.Channels;

namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly Channel<bool> _turn = WithOneCoin();

    public async Task DepositAsync(int amount, CancellationToken token = default)
    {
        await _turn.Reader.ReadAsync(token);
        try
        {
            await vault.WriteAsync(await vault.ReadAsync(token) + amount, token);
        }
        finally
        {
            _turn.Writer.TryWrite(true);
        }
    }

    public async Task<bool> WithdrawAsync(int amount, CancellationToken token = default)
    {
        await _turn.Reader.ReadAsync(token);
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
            _turn.Writer.TryWrite(true);
        }
    }

    private static Channel<bool> WithOneCoin()
    {
        var channel = Channel.CreateBounded<bool>(1);
        channel.Writer.TryWrite(true);
        return channel;
    }
}
