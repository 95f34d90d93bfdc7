namespace ConcurrencyKatas.TakeTurns.Suite;

/// <summary>
/// Vouchers whose handling computes for a given time, and what became of them. It holds no lock: it is the test of one loop, and what
/// is called beside that loop is to be found out.
/// </summary>
/// <param name="milliseconds">How long each voucher takes; its index is its number.</param>
internal sealed class Guide(params int[] milliseconds)
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly SynchronizationContext? _loop = SynchronizationContext.Current;
    private readonly HashSet<int> _turns = [];

    /// <summary>The vouchers to hand in.</summary>
    public int[] Vouchers { get; init; } = [.. Enumerable.Range(0, milliseconds.Length)];

    /// <summary>What each voucher is worth.</summary>
    public Func<int, long> Worth { get; init; } = voucher => voucher + 1;

    /// <summary>Called at the beginning of each voucher, with the number of those that were begun before it.</summary>
    public Action<int> Before { get; init; } = _ => { };

    /// <summary>The vouchers that were begun, in that order.</summary>
    public List<int> Begun { get; } = [];

    /// <summary>Whether a voucher was begun on a different thread, or outside of the loop.</summary>
    public bool Strayed { get; private set; }

    /// <summary>The token of the call.</summary>
    public CancellationToken Token { get; init; }

    /// <summary>Whether a voucher was begun after the token had been cancelled.</summary>
    public bool BegunTooLate { get; private set; }

    /// <summary>In how many turns of the loop a voucher was handled.</summary>
    public int Stretches => _turns.Count;

    /// <summary>All that the vouchers compute, in milliseconds.</summary>
    public int Computing => Vouchers.Sum(voucher => milliseconds[voucher]);

    public Task<long> ComeAsync() => Counter.HandleAsync(Vouchers, Handle, Token);

    /// <summary>Fails when all of a long list is handled in one stretch, or elsewhere.</summary>
    public static void GivesWayAtAll() => Window.Run(async _ =>
    {
        var guide = new Guide([.. Enumerable.Repeat(50, 21)]);
        await guide.ComeAsync();
        Claim.That(guide.Stretches > 1, guide.Strayed ? Wording.Strayed : Wording.NoTurn);
    });

    private long Handle(int voucher)
    {
        BegunTooLate |= Token.IsCancellationRequested;
        Begun.Add(voucher);
        Strayed |= Environment.CurrentManagedThreadId != _thread || SynchronizationContext.Current != _loop;
        if (_loop is Window window && !Strayed)
            _turns.Add(window.Turn);
        Before(Begun.Count - 1);
        Thread.Sleep(milliseconds[voucher]);
        return Worth(voucher);
    }
}
