namespace Interleaving.Scheduling;

/// <summary>The idle hosts of one explorer. Only the thread that has the turn touches it, so it needs no lock.</summary>
internal sealed class HostPool(int processor) : IDisposable
{
    private readonly Stack<Host> idle = new();
    private readonly List<Host> all = [];

    /// <summary>The processor that every host is pinned to (handing over inside one is twice as fast); -1 for none.</summary>
    public int Processor { get; } = processor;

    public int StackBytes => 1 << 20;

    public Host Take()
    {
        if (idle.TryPop(out var host))
            return host;
        host = new Host();
        all.Add(host);
        host.Start(this);
        return host;
    }

    public void Park(Host host) => idle.Push(host);

    public void Dispose()
    {
        foreach (var host in idle)
            host.Stop();
        idle.Clear();
    }
}
