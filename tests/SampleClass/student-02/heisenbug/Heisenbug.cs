namespace ConcurrencyKatas.Heisenbug;

/// <summary>The bank, far away: each call takes as long as it takes, and may fail.</summary>
public interface IBank
{
    /// <summary>What a seat costs tonight.</summary>
    Task<int> PriceAsync();

    /// <summary>Charges one buyer for one seat. When it throws, nothing has been charged.</summary>
    Task ChargeAsync(string buyer, int price);
}

/// <summary>
/// Sells the seats of one evening. Used by the loop of the box office's window and by the threads of its web page, at once.
/// </summary>
/// <param name="bank">Asked and charged; its exceptions come out as they are.</param>
/// <param name="seats">How many seats there are, 0 or more.</param>
public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _listeners = [];
    private int _free = seats;
    private int? _price;

    private int Free
    {
        get
        {
            lock (_lock)
                return _free;
        }
    }

    /// <summary>What a seat costs. The bank is asked once, and the answer is kept; after a failure the next caller asks again.</summary>
    public Task<int> PriceAsync() => Task.FromResult(Price());

    /// <summary>Charges the buyer and sells them a seat.</summary>
    /// <returns>False when there is no seat left; then nobody is charged.</returns>
    /// <exception cref="Exception">The bank's own, of the charge or the price. The seat is free again for a later buyer.</exception>
    public async Task<bool> BuyAsync(string buyer)
    {
        if (Free == 0)
            return false;
        await bank.ChargeAsync(buyer, Price());
        lock (_lock)
            _free--;
        if (Free == 0)
            TellListeners();
        return true;
    }

    /// <summary>Ends when the last seat has been sold and paid for; at once if it has been already, or if there are no seats.</summary>
    public Task WhenSoldOutAsync()
    {
        if (Free == 0)
            return Task.CompletedTask;
        var listener = new TaskCompletionSource();
        lock (_lock)
            _listeners.Add(listener);
        return listener.Task;
    }

    private int Price()
    {
        lock (_lock)
        {
            _price ??= bank.PriceAsync().Result;
            return _price.Value;
        }
    }

    private void TellListeners()
    {
        lock (_lock)
        {
            foreach (var listener in _listeners)
                listener.SetResult();
        }
    }
}
