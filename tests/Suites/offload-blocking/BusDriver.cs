namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>A driver that sleeps for as long as it is told, answers or fails by plan, and keeps a diary.</summary>
/// <param name="seconds">How long a sensor takes to answer.</param>
internal sealed class BusDriver(Func<int, double> seconds) : ISensorDriver
{
    private readonly Lock _lock = new();
    private readonly List<int> _asked = [];

    /// <summary>What a sensor throws instead of answering.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>The calls that are inside.</summary>
    public InFlight Calls { get; init; } = new();

    /// <summary>The sensors asked so far, in order.</summary>
    public int[] Asked
    {
        get
        {
            lock (_lock)
                return [.. _asked];
        }
    }

    public static int Reading(int sensor) => (7 * sensor) + 3;

    public int Read(int sensor)
    {
        Calls.Enter();
        lock (_lock)
            _asked.Add(sensor);
        try
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds(sensor)));
            return Failure(sensor) is { } failure ? throw failure : Reading(sensor);
        }
        finally
        {
            Calls.Leave();
        }
    }
}
