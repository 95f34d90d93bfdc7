// Fault: one async lock around everything: right, and one charge after another.
// Verdict: WrongAnswer
// Fails: last-seat
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
    private readonly SemaphoreSlim _turn = new(1);

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
        await _turn.WaitAsync();
        try
        {
            if (_free == 0)
                return false;
            await bank.ChargeAsync(buyer, await PriceAsync());
            if (--_free == 0)
                _soldOut.SetResult();
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task WhenSoldOutAsync() => _hasSeats ? _soldOut.Task : Task.CompletedTask;
}
