// Fault: who waited for a question that failed asks the bank again.
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
    private readonly SemaphoreSlim _asking = new(1, 1);
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _soldOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _free = seats;
    private int _unpaid = seats;
    private int? _price;

    public async Task<int> PriceAsync()
    {
        await _asking.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_price is { } known)
                return known;
            var price = await bank.PriceAsync().ConfigureAwait(false);
            _price = price;
            return price;
        }
        finally
        {
            _asking.Release();
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
            var price = await PriceAsync().ConfigureAwait(false);
            await bank.ChargeAsync(buyer, price).ConfigureAwait(false);
        }
        catch
        {
            lock (_lock)
                _free++;
            throw;
        }

        var last = false;
        lock (_lock)
        {
            _unpaid--;
            last = _unpaid == 0;
        }

        if (last)
            _soldOut.SetResult();
        return true;
    }

    public Task WhenSoldOutAsync()
    {
        lock (_lock)
            return _unpaid == 0 ? Task.CompletedTask : _soldOut.Task;
    }
}
