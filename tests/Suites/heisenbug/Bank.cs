namespace ConcurrencyKatas.Heisenbug.Suite;

/// <summary>A bank that takes its time, answers or fails by plan, and keeps a diary.</summary>
/// <param name="price">Its answer.</param>
internal sealed class Bank(int price) : IBank
{
    private readonly Lock _lock = new();
    private readonly List<(string Buyer, int Price)> _charged = [];
    private int _asked;

    /// <summary>How long the question for the price takes.</summary>
    public TimeSpan Asking { get; init; }

    /// <summary>How long a charge takes.</summary>
    public TimeSpan Charging { get; init; }

    /// <summary>How long the charge of one buyer takes, where that differs.</summary>
    public Func<string, TimeSpan>? ChargingOf { get; init; }

    /// <summary>What the nth question, from 1, throws instead of answering.</summary>
    public Func<int, Exception?> Refusal { get; init; } = _ => null;

    /// <summary>What a charge throws instead of charging.</summary>
    public Func<string, Exception?> Failure { get; init; } = _ => null;

    /// <summary>Whether it fails before its first await, and not in its task.</summary>
    public bool ThrowsAtOnce { get; init; }

    public InFlight Charges { get; } = new();

    public int Asked => Volatile.Read(ref _asked);

    public (string Buyer, int Price)[] Charged
    {
        get
        {
            lock (_lock)
                return [.. _charged];
        }
    }

    public Task<int> PriceAsync()
    {
        var refusal = Refusal(Interlocked.Increment(ref _asked));
        return refusal is not null && ThrowsAtOnce ? throw refusal : AnswerAsync(refusal);
    }

    public Task ChargeAsync(string buyer, int price)
    {
        var failure = Failure(buyer);
        return failure is not null && ThrowsAtOnce ? throw failure : ChargeAsync(buyer, price, failure);
    }

    private async Task<int> AnswerAsync(Exception? refusal)
    {
        await Wait(Asking);
        return refusal is not null ? throw refusal : price;
    }

    private async Task ChargeAsync(string buyer, int price, Exception? failure)
    {
        Charges.Enter();
        await Wait(ChargingOf?.Invoke(buyer) ?? Charging);
        Charges.Leave();
        if (failure is not null)
            throw failure;
        lock (_lock)
            _charged.Add((buyer, price));
    }

    private static async Task Wait(TimeSpan time)
    {
        if (time == TimeSpan.Zero)
            await Task.Yield();
        else
            await Task.Delay(time);
    }
}
