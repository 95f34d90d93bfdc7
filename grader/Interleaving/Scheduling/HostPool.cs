using System.Diagnostics;

namespace Interleaving.Scheduling;

/// <summary>The idle hosts of one explorer. Only the thread that has the turn touches it, so it needs no lock.</summary>
internal sealed class HostPool(int processor) : IDisposable
{
    private readonly Stack<Host> idle = new();
    private int made;

    /// <summary>How long a processor is tried, at least, before it is asked whether another would be better.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>What part of a processor is too little: two processes that share one have half of it each.</summary>
    private const double TooLittle = 0.7;

    private long since = Stopwatch.GetTimestamp();
    private TimeSpan used = Environment.CpuUsage.TotalTime;
    private int executions;

    /// <summary>The processor that every host is pinned to; -1 for none.</summary>
    public int Processor { get; private set; } = processor;

    public int StackBytes => 1 << 20;

    /// <summary>The hosts that have an operation. One that waits keeps its host, and so a thread of the system.</summary>
    public int Busy => made - idle.Count;

    public Host Take()
    {
        if (idle.TryPop(out var host))
            return host;
        host = new Host { Number = ++made };
        host.Start(this);
        return host;
    }

    public void Park(Host host) => idle.Push(host);

    /// <summary>
    /// Puts the idle hosts in the order in which they were made. What the platform keeps for each thread (the parts of a
    /// ConcurrentBag) then belongs to the same operations in every run of a schedule.
    /// </summary>
    public void Settle()
    {
        if (idle.Count < 2)
            return;
        Host[] settled = [.. idle];
        Array.Sort(settled, static (a, b) => b.Number.CompareTo(a.Number));
        idle.Clear();
        foreach (var host in settled)
            idle.Push(host);
    }

    /// <summary>
    /// Before an execution, on the explorer's thread: moves to another processor when others are busy on this one. Hosts follow
    /// when they next have the turn.
    /// </summary>
    public void Follow()
    {
        if (Processor < 0 || ++executions % 16 != 0 || Stopwatch.GetElapsedTime(since) is var elapsed && elapsed < Patience)
            return;
        var now = Environment.CpuUsage.TotalTime;
        if (now - used < elapsed * TooLittle)
            Processor = Affinity.Settle();
        (since, used) = (Stopwatch.GetTimestamp(), now);
    }

    public void Dispose()
    {
        foreach (var host in idle)
            host.Stop();
        idle.Clear();
    }
}
