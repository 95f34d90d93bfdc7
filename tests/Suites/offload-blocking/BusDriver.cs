using System.Diagnostics;

namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>A driver that sleeps for as long as it is told, answers or fails by plan, and keeps a diary.</summary>
internal sealed class BusDriver(Func<int, double> seconds) : ISensorDriver
{
    private readonly Lock _lock = new();
    private readonly List<int> _asked = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private int _inside;
    private int _peak;
    private TimeSpan _idle;
    private TimeSpan _changed;

    /// <summary>What a sensor throws instead of answering.</summary>
    public Func<int, Exception?> Failure { get; init; } = _ => null;

    /// <summary>How many calls could be inside at once; 0 when nobody asks for <see cref="Idle"/>.</summary>
    public int Lines { get; init; }

    /// <summary>How many calls are to come; until the last has, a line without a call is an idle one.</summary>
    public int Requests { get; init; }

    /// <summary>The time that lines lay idle while reads were waiting, added up.</summary>
    public TimeSpan Idle
    {
        get
        {
            lock (_lock)
                return _idle;
        }
    }

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
            CountIdle();
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
            {
                CountIdle();
                _inside--;
            }
        }
    }

    private void CountIdle()
    {
        var now = _watch.Elapsed;
        var wanted = Math.Min(Lines, _inside + Math.Max(0, Requests - _asked.Count));
        _idle += Math.Max(0, wanted - _inside) * (now - _changed);
        _changed = now;
    }
}
