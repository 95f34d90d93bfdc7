using System.Diagnostics;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

/// <summary>The counter of a shop, where services are recorded. Times are virtual. Customers are numbered in the order in which they enter.</summary>
/// <param name="duration">How long the service of a customer takes.</param>
/// <param name="clerks">How many clerks there are.</param>
/// <param name="customers">How many are to come; needed to tell an idle clerk.</param>
internal sealed class Counter(Func<int, TimeSpan> duration, int clerks = 1, int customers = 0)
{
    private readonly Lock _lock = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<(int Customer, TimeSpan At)> _begun = [];
    private readonly List<int> _served = [];
    private readonly List<TimeSpan> _cancelled = [];
    private readonly List<TimeSpan> _ended = [];

    public InFlight InFlight { get; } = new(clerks, customers);

    /// <summary>What serving a customer fails with at its end; null for a good end.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>How long a service that was cancelled takes to clean up.</summary>
    public TimeSpan CleanUp { get; init; }

    /// <summary>Whether services do not listen to their token.</summary>
    public bool Deaf { get; init; }

    public TimeSpan Elapsed => _watch.Elapsed;

    public (int Customer, TimeSpan At)[] Begun => Locked(() => _begun.ToArray());

    /// <summary>Who has been served to the end without a failure, in that order.</summary>
    public int[] Served => Locked(() => _served.ToArray());

    /// <summary>When services were cancelled.</summary>
    public TimeSpan[] Cancelled => Locked(() => _cancelled.ToArray());

    /// <summary>How many services had begun before that instant and had not ended before it.</summary>
    public int BeingServedAt(TimeSpan at) => Locked(() => _begun.Count(begun => begun.At < at) - _ended.Count(ended => ended < at));

    public async Task ServeAsync(int customer, CancellationToken token)
    {
        Note(() => _begun.Add((customer, Elapsed)));
        InFlight.Enter();
        try
        {
            if (duration(customer) > TimeSpan.Zero)
                await Task.Delay(duration(customer), Deaf ? CancellationToken.None : token);
            if (Failure(customer) is { } failure)
                throw failure;
            Note(() => _served.Add(customer));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested && !Deaf)
        {
            Note(() => _cancelled.Add(Elapsed));
            if (CleanUp > TimeSpan.Zero)
                await Task.Delay(CleanUp, CancellationToken.None);
            throw;
        }
        finally
        {
            Note(() => _ended.Add(Elapsed));
            InFlight.Leave();
        }
    }

    /// <summary>Each of those who entered was served once and not handed back, or handed back and not served; in order.</summary>
    public void Adds(IEnumerable<int> entered, IReadOnlyList<int> returned)
    {
        var served = Served;
        int[] all = [.. entered];
        Claim.That(returned.All(all.Contains), Wording.Stranger);
        Claim.That(Begun.Select(begun => begun.Customer).Distinct().Count() == Begun.Length, Wording.ServedTwice);
        Claim.That(!returned.Any(served.Contains), Wording.ServedAndReturned);
        Claim.That(all.All(customer => served.Contains(customer) || returned.Contains(customer)), Wording.Forgotten);
        Claim.That(returned.Distinct().Count() == returned.Count, Wording.ServedTwice);
    }

    private void Note(Action what)
    {
        lock (_lock)
            what();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
            return read();
    }
}
