namespace ConcurrencyKatas.Heisenbug;

/// <summary>The bank: asked and charged.</summary>
public interface IBank
{
    /// <summary>What a seat costs tonight.</summary>
    Task<int> PriceAsync();

    /// <summary>Charges one buyer for one seat.</summary>
    Task ChargeAsync(string buyer, int price);
}

/// <summary>Sells the seats of one evening.</summary>
public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _soldOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _hasSeats = seats > 0;
    private Task<int>? _price;
    private int _free = seats;
    private int _unsold = seats;

    /// <summary>What a seat costs; the bank is asked once.</summary>
    public Task<int> PriceAsync()
    {
        lock (_lock)
        {
            if (_price is null or { IsFaulted: true } or { IsCanceled: true })
                _price = bank.PriceAsync();
            return _price;
        }
    }

    /// <summary>Reserves a seat, charges for it, and gives it back if the charge fails.</summary>
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

        if (Interlocked.Decrement(ref _unsold) == 0)
            _soldOut.SetResult();
        return true;
    }

    /// <summary>Ends when the last seat has been sold.</summary>
    public Task WhenSoldOutAsync() => _hasSeats ? _soldOut.Task : Task.CompletedTask;
}
