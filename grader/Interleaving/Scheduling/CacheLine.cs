using System.Runtime.InteropServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Who accessed one cache line, and when. The simulation of the cores runs an operation from one event to the next in one go,
/// so accesses come in bursts, whose times on the cores overlap; how the line moved is found out from the times, afterwards.
/// </summary>
internal sealed class CacheLine
{
    private readonly List<Burst> bursts = [];

    public void Add(int operation, long time, bool write)
    {
        if (bursts.Count > 0)
        {
            ref var last = ref CollectionsMarshal.AsSpan(bursts)[^1];
            if (last.Operation == operation)
            {
                last.Last = time;
                last.Reads += write ? 0 : 1;
                last.Writes += write ? 1 : 0;
                return;
            }
        }

        bursts.Add(new Burst { Operation = operation, First = time, Last = time, Reads = write ? 0 : 1, Writes = write ? 1 : 0 });
    }

    /// <summary>How often the line moved, the accesses of each burst taken as evenly spread over its time.</summary>
    public long Transfers()
    {
        bursts.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Operation.CompareTo(b.Operation));
        var holder = new Holder();
        for (var start = 0; start < bursts.Count;)
        {
            var (end, until) = (start + 1, bursts[start].Last);
            for (; end < bursts.Count && bursts[end].First < until; end++)
                until = Math.Max(until, bursts[end].Last);
            if (end == start + 1)
                holder.Access(bursts[start].Operation, bursts[start].Writes > 0);
            else
                Replay(start, end, holder);
            start = end;
        }

        return holder.Transfers;
    }

    /// <summary>Bursts at the same time: access by access, in the order of time.</summary>
    private void Replay(int start, int end, Holder holder)
    {
        var next = new PriorityQueue<(int Burst, long Access), (long Time, int Operation)>();
        for (var i = start; i < end; i++)
            next.Enqueue((i, 0), (bursts[i].First, bursts[i].Operation));
        while (next.TryDequeue(out var at, out _))
        {
            var burst = bursts[at.Burst];
            holder.Access(burst.Operation, burst.IsWriting(at.Access));
            if (at.Access + 1 < burst.Rounds)
                next.Enqueue((at.Burst, at.Access + 1), (burst.TimeOf(at.Access + 1), burst.Operation));
        }
    }

    private struct Burst
    {
        public int Operation;
        public long First;
        public long Last;
        public long Reads;
        public long Writes;

        /// <summary>A read and the write that follows it, as in x += 1, are one round: nobody else comes between them on a core.</summary>
        public readonly long Rounds => Math.Max(Reads, Writes);

        /// <summary>Whether the round writes: the writes, too, are taken as evenly spread, from the first round on.</summary>
        public readonly bool IsWriting(long round) => round * Writes % Math.Max(1, Rounds) < Writes;

        public readonly long TimeOf(long round) => First + ((Last - First) * round / Math.Max(1, Rounds - 1));
    }

    private sealed class Holder
    {
        private int operation = -1;
        private bool written;

        public long Transfers { get; private set; }

        public void Access(int by, bool writes)
        {
            if (operation >= 0 && operation != by)
            {
                if (!writes && !written)
                    return;
                Transfers++;
            }

            written = writes || (written && operation == by);
            operation = by;
        }
    }
}
