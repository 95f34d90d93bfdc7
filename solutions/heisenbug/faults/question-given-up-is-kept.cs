// Fault: only a faulted question is asked again: one that the bank gave up by itself is kept for ever.
// Verdict: WrongAnswer
// Fails: frozen
namespace ConcurrencyKatas.Heisenbug;

public interface IBank
{
    Task<int> PriceAsync();

    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _soldOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _hasSeats = seats > 0;
    private Task<int>? _price;
    private int _free = seats;
    private int _unsold = seats;

    public Task<int> PriceAsync()
    {
        lock (_lock)
        {
            if (_price is null or { IsFaulted: true })
                _price = bank.PriceAsync();
            return _price;
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

        if (Interlocked.Decrement(ref _unsold) == 0)
            _soldOut.SetResult();
        return true;
    }

    public Task WhenSoldOutAsync() => _hasSeats ? _soldOut.Task : Task.CompletedTask;
}
