// Alternative: a semaphore has a permit for each seat; the price is a Lazy task, made anew after a failure; listeners are under a lock.
namespace ConcurrencyKatas.Heisenbug;

public interface IBank
{
    Task<int> PriceAsync();

    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly SemaphoreSlim _seats = new(seats);
    private readonly object _gate = new();
    private readonly List<TaskCompletionSource> _listeners = [];
    private Lazy<Task<int>> _price = new(bank.PriceAsync);
    private int _left = seats;

    public async Task<int> PriceAsync()
    {
        Lazy<Task<int>> asked;
        lock (_gate)
            asked = _price;
        try
        {
            return await asked.Value;
        }
        catch
        {
            lock (_gate)
            {
                if (_price == asked)
                    _price = new Lazy<Task<int>>(bank.PriceAsync);
            }

            throw;
        }
    }

    public async Task<bool> BuyAsync(string buyer)
    {
        if (!_seats.Wait(0))
            return false;
        var sold = false;
        try
        {
            var price = await PriceAsync();
            await bank.ChargeAsync(buyer, price);
            sold = true;
        }
        finally
        {
            if (!sold)
                _seats.Release();
        }

        List<TaskCompletionSource> told = [];
        lock (_gate)
        {
            if (--_left == 0)
                told.AddRange(_listeners);
        }

        foreach (var listener in told)
            listener.TrySetResult();
        return true;
    }

    public Task WhenSoldOutAsync()
    {
        lock (_gate)
        {
            if (_left == 0)
                return Task.CompletedTask;
            var listener = new TaskCompletionSource();
            _listeners.Add(listener);
            return listener.Task;
        }
    }
}
