// Fault: compare-and-swap that takes an equal state for the one it has read.
// Verdict: WrongAnswer
// Fails: last-seat
namespace ConcurrencyKatas.Heisenbug;

/// <summary>The bank, far away: each call takes as long as it takes, and may fail.</summary>
public interface IBank
{
    /// <summary>What a seat costs tonight.</summary>
    Task<int> PriceAsync();

    /// <summary>Charges one buyer for one seat. When it throws, nothing has been charged.</summary>
    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly TaskCompletionSource _soldOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _priceLock = new();
    private State _state = new(seats, seats);
    private Task<int>? _question;

    public async Task<int> PriceAsync()
    {
        Task<int> question;
        lock (_priceLock)
        {
            if (_question is null || _question.IsFaulted || _question.IsCanceled)
                _question = AskAsync();
            question = _question;
        }

        return await question.ConfigureAwait(false);
    }

    public async Task<bool> BuyAsync(string buyer)
    {
        var (before, _) = Change(s => s.Free == 0 ? s : s with { Free = s.Free - 1 });
        if (before.Free == 0)
            return false;

        try
        {
            await bank.ChargeAsync(buyer, await PriceAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch
        {
            Change(s => s with { Free = s.Free + 1 });
            throw;
        }

        if (Change(s => s with { Unpaid = s.Unpaid - 1 }).After.Unpaid == 0)
            _soldOut.TrySetResult();
        return true;
    }

    public Task WhenSoldOutAsync() => Volatile.Read(ref _state).Unpaid == 0 ? Task.CompletedTask : _soldOut.Task;

    private (State Before, State After) Change(Func<State, State> change)
    {
        while (true)
        {
            var before = Volatile.Read(ref _state);
            var after = change(before);
            if (Interlocked.CompareExchange(ref _state, after, before) == before)
                return (before, after);
        }
    }

    private async Task<int> AskAsync() => await bank.PriceAsync().ConfigureAwait(false);

    private sealed record State(int Free, int Unpaid);
}
