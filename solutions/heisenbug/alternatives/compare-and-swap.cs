// Alternative: seats are reserved by CompareExchange, and the first who asks for the price asks for all.
namespace ConcurrencyKatas.Heisenbug;

public interface IBank
{
    Task<int> PriceAsync();

    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly TaskCompletionSource _end = End(seats);
    private TaskCompletionSource<int>? _price;
    private int _free = seats;
    private int _sold;

    public async Task<int> PriceAsync()
    {
        var mine = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Interlocked.CompareExchange(ref _price, mine, null);
        if (first is not null)
            return await first.Task;
        try
        {
            var price = await bank.PriceAsync();
            mine.SetResult(price);
            return price;
        }
        catch (Exception failure)
        {
            Volatile.Write(ref _price, null);
            mine.SetException(failure);
            _ = mine.Task.Exception;
            throw;
        }
    }

    public async Task<bool> BuyAsync(string buyer)
    {
        for (var free = Volatile.Read(ref _free); ; free = Volatile.Read(ref _free))
        {
            if (free == 0)
                return false;
            if (Interlocked.CompareExchange(ref _free, free - 1, free) == free)
                break;
        }

        try
        {
            await bank.ChargeAsync(buyer, await PriceAsync());
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _free);
            throw;
        }

        if (Interlocked.Increment(ref _sold) == seats)
            _end.TrySetResult();
        return true;
    }

    public Task WhenSoldOutAsync() => _end.Task;

    private static TaskCompletionSource End(int seats)
    {
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (seats == 0)
            end.SetResult();
        return end;
    }
}
