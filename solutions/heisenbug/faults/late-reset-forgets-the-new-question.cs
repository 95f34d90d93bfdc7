// Fault: whoever hears of a failure forgets the question that there is now, also a newer one.
// Verdict: WrongAnswer
// Fails: frozen
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
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _soldOut = NewSource(seats);
    private int _free = seats;
    private int _unpaid = seats;
    private Task<int>? _question;

    public async Task<int> PriceAsync()
    {
        Task<int> question;
        lock (_lock)
            question = _question ??= AskAsync();
        try
        {
            return await question;
        }
        catch
        {
            lock (_lock)
                _question = null;
            throw;
        }
    }

    public async Task<bool> BuyAsync(string buyer)
    {
        lock (_lock)
        {
            if (_free == 0)
                return false;
            _free--;
        }

        try
        {
            await bank.ChargeAsync(buyer, await PriceAsync());
        }
        catch
        {
            lock (_lock)
                _free++;
            throw;
        }

        bool last;
        lock (_lock)
            last = --_unpaid == 0;
        if (last)
            _soldOut.SetResult();
        return true;
    }

    public Task WhenSoldOutAsync() => _soldOut.Task;

    private static TaskCompletionSource NewSource(int seats)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (seats == 0)
            source.SetResult();
        return source;
    }

    private async Task<int> AskAsync() => await bank.PriceAsync();
}
