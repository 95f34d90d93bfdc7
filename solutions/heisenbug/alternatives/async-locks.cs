// Alternative: a semaphore of one as the lock of each step, never held during a charge; the price question has its own lock.
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
    private Task<int>? _price;
    private int _reserved;
    private int _paid;

    public async Task<int> PriceAsync()
    {
        Task<int> asked;
        await _question.WaitAsync();
        try
        {
            if (_price is null or { IsFaulted: true } or { IsCanceled: true })
                _price = AskAsync();
            asked = _price;
        }
        finally
        {
            _question.Release();
        }

        return await asked;
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

    /// <summary>A bank that throws at once has failed, too.</summary>
    private async Task<int> AskAsync() => await bank.PriceAsync();

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
