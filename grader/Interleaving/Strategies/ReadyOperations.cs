using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Who waits for one of the simulated cores. Threads, and whatever has begun, wait for a core alone, first come first served. What
/// is queued to the pool (a task, a work item, a continuation, the worker of a loop) also waits for one of the pool's threads, of which
/// there are as many as cores: so a thousand tasks do not keep a thread from its turn.
/// </summary>
internal sealed class ReadyOperations
{
    /// <summary>Units after which the pool gets another thread, should none of its own be done before.</summary>
    private const long Patience = 5_000_000;

    private readonly int seed;
    private readonly PriorityQueue<Operation, (long Since, int Rank)> ready = new();
    private readonly PriorityQueue<Operation, (long Since, int Rank)> queued = new();
    private readonly PriorityQueue<bool, long> poolThreads = new();
    private readonly HashSet<Operation> onPoolThread = [];
    private readonly List<Operation> blocked = [];

    public ReadyOperations(int cores, int seed)
    {
        this.seed = seed;
        for (var i = 0; i < cores; i++)
            poolThreads.Enqueue(true, 0);
    }

    /// <summary>How many could take a core, were there one for each.</summary>
    public int Count => ready.Count + Math.Min(queued.Count, poolThreads.Count);

    /// <summary>The order of those that come at one instant.</summary>
    public int Rank(Operation operation) => seed == 0 ? operation.Id : (int)(Mix(operation.Id) >> 33);

    /// <summary>A new operation.</summary>
    public void Add(Operation operation)
    {
        if (operation is { IsThread: false, Pending.Kind: StepKind.Start })
            queued.Enqueue(operation, (operation.CoreTime, Rank(operation)));
        else
            blocked.Add(operation);
    }

    /// <summary>One that held a core does so no longer: it ended, waits for something, or its slice was over.</summary>
    public void Left(Operation operation)
    {
        if (!operation.Done)
            blocked.Add(operation);
        if (!operation.Enabled && onPoolThread.Remove(operation))
            poolThreads.Enqueue(true, operation.CoreTime);
    }

    /// <summary>The one that waits for a core longest, and since when; it stays here until it is taken.</summary>
    public (Operation Operation, long At)? First()
    {
        var one = FirstReady();
        if (!queued.TryPeek(out var task, out var key))
            return one is null ? null : (one, one.CoreTime);
        var at = Math.Max(key.Since, poolThreads.TryPeek(out _, out var since) ? since : key.Since + Patience);
        return one is null || at < one.CoreTime || (at == one.CoreTime && key.Rank < Rank(one)) ? (task, at) : (one, one.CoreTime);
    }

    /// <summary>What <see cref="First"/> said gets a core.</summary>
    public void Take((Operation Operation, long At) first)
    {
        if (queued.TryPeek(out var task, out _) && ReferenceEquals(task, first.Operation))
            queued.Dequeue();
        else
            ready.Dequeue();
        if (!first.Operation.IsThread && !onPoolThread.Contains(first.Operation)
            && poolThreads.TryPeek(out _, out var since) && since <= first.At)
        {
            poolThreads.Dequeue();
            onPoolThread.Add(first.Operation);
        }
    }

    /// <summary>
    /// Being ready may end again (another took the lock) and begin anew later, so the queue is put right when it is looked at.
    /// </summary>
    private Operation? FirstReady()
    {
        for (var i = blocked.Count - 1; i >= 0; i--)
        {
            if (!blocked[i].Enabled)
                continue;
            ready.Enqueue(blocked[i], (blocked[i].CoreTime, Rank(blocked[i])));
            blocked[i] = blocked[^1];
            blocked.RemoveAt(blocked.Count - 1);
        }

        while (ready.TryPeek(out var first, out var key))
        {
            if (first.Enabled && key.Since == first.CoreTime)
                return first;
            ready.Dequeue();
            blocked.Add(first);
            if (first.Enabled)
                return FirstReady();
        }

        return null;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).</summary>
    private ulong Mix(int id)
    {
        var z = ((ulong)(uint)seed << 32) + (uint)id + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
