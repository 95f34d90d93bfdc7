// Alternative: a semaphore of one as the lock of each step, never held while a charge is on; the price is asked for under a lock of its own.
namespace ConcurrencyKatas.Heisenbug;

public interface IBank
{
    Task<int> PriceAsync();

    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice(IBank bank, int seats)
{
    private readonly SemaphoreSlim _step = new(1);
    private readonly SemaphoreSlim _question = new(1);
    private readonly SemaphoreSlim _soldOut = new(0);
    private int? _price;
    private int _reserved;
    private int _paid;

    public async Task<int> PriceAsync()
    {
        await _question.WaitAsync();
        try
        {
            return _price ??= await bank.PriceAsync();
        }
        finally
        {
            _question.Release();
        }
    }

    public async Task<bool> BuyAsync(string buyer)
    {
        if (!await StepAsync(() => _reserved < seats && _reserved++ < seats))
            return false;
        try
        {
            await bank.ChargeAsync(buyer, await PriceAsync());
        }
        catch
        {
            await StepAsync(() => _reserved-- > 0);
            throw;
        }

        if (await StepAsync(() => ++_paid == seats))
            _soldOut.Release();
        return true;
    }

    public async Task WhenSoldOutAsync()
    {
        if (seats == 0)
            return;
        await _soldOut.WaitAsync();
        _soldOut.Release(); // for the next one who waits
    }

    private async Task<bool> StepAsync(Func<bool> step)
    {
        await _step.WaitAsync();
        try
        {
            return step();
        }
        finally
        {
            _step.Release();
        }
    }
}
