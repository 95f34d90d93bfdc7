namespace ConcurrencyKatas.BoundedFetch.Suite;

/// <summary>A server as the submission meets it, which keeps a record of what happens. Times are virtual.</summary>
/// <param name="limit">How many requests it stands at once.</param>
/// <param name="requests">How many requests are to come; until then a free permit is an idle one.</param>
/// <param name="duration">How long the request for one id takes.</param>
internal sealed class Server(int limit, int requests, Func<int, TimeSpan> duration)
{
    private readonly Lock gate = new();
    private readonly InFlight calls = new(limit, requests);
    private readonly List<int> asked = [];

    /// <summary>What the request for an id fails with at the end of its time; null for success.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>How long a request that was cancelled takes to clean up.</summary>
    public TimeSpan CleanUp { get; init; }

    /// <summary>A deaf server does not listen to the token of a request.</summary>
    public bool Deaf { get; init; }

    public static string Page(int id) => $"what {id} says";

    public async Task<string> FetchAsync(int id, CancellationToken cancellationToken)
    {
        if (!Deaf)
            cancellationToken.ThrowIfCancellationRequested();
        Enter(id);
        try
        {
            await Task.Delay(duration(id), Deaf ? CancellationToken.None : cancellationToken);
            return Failure(id) is { } failure ? throw failure : Page(id);
        }
        catch (OperationCanceledException) when (CleanUp > TimeSpan.Zero)
        {
            await Task.Delay(CleanUp, CancellationToken.None);
            throw;
        }
        finally
        {
            calls.Leave();
        }
    }

    public Observation Observe()
    {
        lock (gate)
            return new([.. asked], calls.LastBegun, calls.Now, calls.Peak, calls.Idle, calls.Elapsed);
    }

    private void Enter(int id)
    {
        lock (gate)
        {
            asked.Add(id);
            calls.Enter();
        }
    }
}
