// Alternative: a lock made by hand: a flag, a queue of those who wait, and the turn is handed to the first of them.
namespace ConcurrencyKatas.AsyncLock;

public interface IVault
{
    Task<int> ReadAsync(CancellationToken token = default);

    Task WriteAsync(int balance, CancellationToken token = default);
}

public sealed class Wallet(IVault vault)
{
    private readonly LinkedList<TaskCompletionSource> _waiting = new();
    private bool _taken;

    public Task DepositAsync(int amount, CancellationToken token = default) => BookAsync(amount, token);

    public Task<bool> WithdrawAsync(int amount, CancellationToken token = default) => BookAsync(-amount, token);

    private async Task<bool> BookAsync(int change, CancellationToken token)
    {
        await EnterAsync(token);
        try
        {
            return await ChangeAsync(change, token);
        }
        finally
        {
            Leave();
        }
    }

    private async Task EnterAsync(CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<TaskCompletionSource> me;
        lock (_waiting)
        {
            if (!_taken)
            {
                _taken = true;
                return;
            }

            me = _waiting.AddLast(turn);
        }

        using (token.Register(() => GiveUp(me, turn, token)))
            await turn.Task;
    }

    private void GiveUp(LinkedListNode<TaskCompletionSource> me, TaskCompletionSource turn, CancellationToken token)
    {
        lock (_waiting)
        {
            if (me.List is null)
                return;
            _waiting.Remove(me);
        }

        turn.SetCanceled(token);
    }

    private void Leave()
    {
        TaskCompletionSource next;
        lock (_waiting)
        {
            if (_waiting.Count == 0)
            {
                _taken = false;
                return;
            }

            next = _waiting.First!.Value;
            _waiting.RemoveFirst();
        }

        next.SetResult();
    }

    private async Task<bool> ChangeAsync(int change, CancellationToken token)
    {
        var balance = await vault.ReadAsync(token);
        if (balance + change < 0)
            return false;
        await vault.WriteAsync(balance + change, token);
        return true;
    }
}
