namespace Interleaving.Scheduling;

/// <summary>The idle hosts of one explorer. Only the thread that has the turn touches it, so it needs no lock.</summary>
internal sealed class HostPool(int processor) : IDisposable
{
    private readonly Stack<Host> idle = new();
    private int made;

    /// <summary>The processor that every host is pinned to (handing over inside one is twice as fast); -1 for none.</summary>
    public int Processor { get; } = processor;

    public int StackBytes => 1 << 20;

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

    public void Dispose()
    {
        foreach (var host in idle)
            host.Stop();
        idle.Clear();
    }
}
