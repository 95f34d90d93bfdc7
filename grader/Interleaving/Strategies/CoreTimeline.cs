using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Writes down who holds which simulated core from when to when, in bounded memory: when there is too much of it, what is
/// shorter than a grain is joined with its neighbours on the same core, and the grain is doubled until the rest is little enough.
/// </summary>
/// <param name="cores">How many, from 1.</param>
internal sealed class CoreTimeline(int cores)
{
    /// <summary>All that is told of all cores together, unless there are more cores than that.</summary>
    public const int MostUses = 200;

    /// <summary>What is shorter than this part of the whole is less than a pixel of a drawing.</summary>
    private const int FinestPart = 500;

    /// <summary>How much more is kept while it runs: to join is to go through all of it.</summary>
    private const int Slack = 4;

    private readonly int most = Math.Max(1, MostUses / cores);
    private readonly Lane[] lanes = [.. Enumerable.Range(0, cores).Select(_ => new Lane())];

    /// <summary>The operation takes the core, where it stands in its time, or goes on with it.</summary>
    public void Take(int core, Operation operation)
    {
        if (lanes[core].Holder == operation)
            return;
        Leave(core);
        (lanes[core].Holder, lanes[core].Since, lanes[core].Work) = (operation, operation.CoreTime, operation.Work);
    }

    /// <summary>Whoever holds the core leaves it, where it stands in its time.</summary>
    public void Leave(int core)
    {
        var lane = lanes[core];
        if (lane.Current() is { } use)
            lane.Uses.Add(use);
        lane.Holder = null;
        if (lane.Uses.Count > most * Slack)
            lane.Coarsen(most);
    }

    /// <summary>What there was up to now, core by core in order of time.</summary>
    public IReadOnlyList<CoreUse> Uses()
    {
        var told = new List<CoreUse>();
        var end = lanes.Max(static lane => lane.End);
        for (var core = 0; core < lanes.Length; core++)
        {
            var lane = lanes[core].Copy();
            lane.Join(end / FinestPart);
            lane.Coarsen(most);
            told.AddRange(lane.Uses.Select(use =>
                new CoreUse(core, use.Longest.Name, use.From, use.To, use.Work, use.Operations.Count)));
        }

        return told;
    }

    private sealed class Lane
    {
        private long grain = 1;

        public List<Use> Uses { get; private init; } = [];

        public Operation? Holder { get; set; }

        public long Since { get; set; }

        /// <summary>The holder's work when it took the core.</summary>
        public long Work { get; set; }

        public long End => Holder?.CoreTime ?? (Uses.Count == 0 ? 0 : Uses[^1].To);

        /// <summary>Of the holder; null when there is none, or no time has passed.</summary>
        public Use? Current() => Holder is { } holder && holder.CoreTime > Since
            ? new Use { Longest = holder, Held = holder.CoreTime - Since, From = Since, To = holder.CoreTime, Work = holder.Work - Work, Operations = [holder.Id] }
            : null;

        /// <summary>With the holder's use as if it ended now.</summary>
        public Lane Copy()
        {
            var copy = new Lane { Uses = [.. Uses.Select(use => use with { Operations = [.. use.Operations] })], grain = grain };
            if (Current() is { } use)
                copy.Uses.Add(use);
            return copy;
        }

        public void Coarsen(int most)
        {
            Join(grain);
            while (Uses.Count > most)
                Join(grain *= 2);
        }

        /// <summary>
        /// Joins neighbours when both the gap and one of them are below the grain; those of the same operation, and those that were joined
        /// before, whatever their length.
        /// </summary>
        public void Join(long below)
        {
            var kept = 0;
            for (var i = 1; i < Uses.Count; i++)
            {
                var (last, next) = (Uses[kept], Uses[i]);
                if (next.From - last.To < below && (Math.Min(last.Length, next.Length) < below || last.IsLike(next)))
                    last.Add(next);
                else
                    Uses[++kept] = next;
            }

            if (Uses.Count > 0)
                Uses.RemoveRange(kept + 1, Uses.Count - kept - 1);
        }
    }

    private sealed record Use
    {
        /// <summary>Who held it longest without a gap, and for how long.</summary>
        public required Operation Longest { get; set; }

        public required long Held { get; set; }

        public required long From { get; init; }

        public required long To { get; set; }

        public required long Work { get; set; }

        /// <summary>Their numbers.</summary>
        public required HashSet<int> Operations { get; init; }

        public long Length => To - From;

        public bool IsLike(Use next) => (Operations.Count > 1 && next.Operations.Count > 1) || Operations.SetEquals(next.Operations);

        public void Add(Use next)
        {
            if (next.Held > Held)
                (Longest, Held) = (next.Longest, next.Held);
            (To, Work) = (Math.Max(To, next.To), Work + next.Work);
            Operations.UnionWith(next.Operations);
        }
    }
}
