// Fault: the end is told by a charge after which no seat is free, also when one is still being paid for.
// Verdict: WrongAnswer
// Fails: lost-signal
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

    public Task<int> PriceAsync()
    {
        lock (_lock)
        {
            if (_price is null or { IsFaulted: true } or { IsCanceled: true })
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

        bool isLast;
        lock (_lock)
            isLast = _free == 0;
        if (isLast)
            _soldOut.TrySetResult();
        return true;
    }

    public Task WhenSoldOutAsync() => _hasSeats ? _soldOut.Task : Task.CompletedTask;
}
