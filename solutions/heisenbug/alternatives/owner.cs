// Alternative: one task owns the state, and takes one message after another from a channel.
namespace ConcurrencyKatas.Heisenbug;

public interface IBank
{
    Task<int> PriceAsync();

    Task ChargeAsync(string buyer, int price);
}

public sealed class BoxOffice
{
    private readonly IBank _bank;
    private readonly System.Threading.Channels.Channel<Action> _messages = System.Threading.Channels.Channel.CreateUnbounded<Action>(
        new System.Threading.Channels.UnboundedChannelOptions { SingleReader = true });

    private readonly TaskCompletionSource _soldOut = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task<int>? _price;
    private int _free;
    private int _sold;

    public BoxOffice(IBank bank, int seats)
    {
        _bank = bank;
        _free = seats;
        if (seats == 0)
            _soldOut.SetResult();
        _ = Task.Run(async () =>
        {
            await foreach (var message in _messages.Reader.ReadAllAsync())
                message();
        });
        Seats = seats;
    }

    private int Seats { get; }

    public async Task<int> PriceAsync() => await await TellAsync(() =>
    {
        if (_price is null || _price.IsFaulted || _price.IsCanceled)
            _price = AskAsync();
        return _price;
    });

    public async Task<bool> BuyAsync(string buyer)
    {
        if (!await TellAsync(() => _free > 0 && _free-- > 0))
            return false;
        try
        {
            await _bank.ChargeAsync(buyer, await PriceAsync());
        }
        catch
        {
            await TellAsync(() => _free++);
            throw;
        }

        await TellAsync(() => ++_sold == Seats && _soldOut.TrySetResult());
        return true;
    }

    public Task WhenSoldOutAsync() => _soldOut.Task;

    private async Task<int> AskAsync() => await _bank.PriceAsync();

    private Task<T> TellAsync<T>(Func<T> question)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _messages.Writer.TryWrite(() => answer.SetResult(question()));
        return answer.Task;
    }
}
