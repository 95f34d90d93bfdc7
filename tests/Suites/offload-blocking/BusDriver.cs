namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>A driver that sleeps for as long as it is told, answers or fails by plan, and keeps a diary.</summary>
internal sealed class BusDriver(Func<int, double> seconds) : ISensorDriver
{
    private readonly Lock _lock = new();
    private readonly List<int> _asked = [];
    private int _inside;
    private int _peak;

    /// <summary>What a sensor throws instead of answering.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>The most calls that were inside at one moment.</summary>
    public int Peak
    {
        get
        {
            lock (_lock)
                return _peak;
        }
    }

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
        lock (_lock)
        {
            _asked.Add(sensor);
            _peak = Math.Max(_peak, ++_inside);
        }

        try
        {
            Thread.Sleep(TimeSpan.FromSeconds(seconds(sensor)));
            return Failure(sensor) is { } failure ? throw failure : Reading(sensor);
        }
        finally
        {
            lock (_lock)
                _inside--;
        }
    }
}
