using Interleaving.Naming;
using Interleaving.Scheduling;

namespace Interleaving.Counterexamples;

/// <summary>Makes a long story short without losing its turns: what repeats is counted, and a long middle is left out.</summary>
/// <param name="values">Whether it is told how many steps are left out.</param>
internal sealed class Abridgement(ValueFormatter values)
{
    /// <summary>The longest pattern of rows that is looked for: a spin loop with a few accesses in it.</summary>
    private const int LongestPattern = 6;

    /// <summary>Rows behind a lock that are still told one by one: read, change, write and a little more.</summary>
    private const int LongestSection = 6;

    private const int MostRows = 80;
    private const int Beginning = 6;
    private const int End = 14;
    private const int AroundSwitch = 2;

    /// <param name="rows">The rows of a story, each with the event that it tells.</param>
    public IReadOnlyList<StoryStep> Of(IReadOnlyList<(StoryStep Step, Event Event)> rows) => Cut(CountRepeats(CloseSections(rows)));

    /// <summary>What somebody did behind a lock, and nobody came between, matters as a whole: many rows of it become one.</summary>
    private List<StoryStep> CloseSections(IReadOnlyList<(StoryStep Step, Event Event)> rows)
    {
        var kept = new List<StoryStep>();
        for (var at = 0; at < rows.Count; at++)
        {
            kept.Add(rows[at].Step);
            var inside = Inside(rows, at);
            if (inside <= LongestSection)
                continue;
            kept.Add(StoryStep.Abridged(rows[at].Step.Lane, $"… {values.Count(inside)}steps with it …", rows[at + inside].Step.At));
            at += inside;
        }

        return kept;
    }

    /// <summary>How many rows stand undisturbed between the taking of a lock at <paramref name="at"/> and its release.</summary>
    private static int Inside(IReadOnlyList<(StoryStep Step, Event Event)> rows, int at)
    {
        var (taken, taking) = rows[at];
        if (taking.Kind != EventKind.AcquiredLock)
            return 0;
        for (var i = at + 1; i < rows.Count && rows[i].Step is { Switched: false, Fails: false } step && step.Lane == taken.Lane; i++)
        {
            if (rows[i].Event is { Kind: EventKind.ReleasedLock, Target: var released } && ReferenceEquals(released, taking.Target))
                return i - at - 1;
        }

        return 0;
    }

    /// <summary>Rows that come three times or more in a row stand once, with "… N more times" below.</summary>
    private List<StoryStep> CountRepeats(IReadOnlyList<StoryStep> rows)
    {
        var kept = new List<StoryStep>();
        for (var at = 0; at < rows.Count;)
        {
            var (length, times) = Pattern(rows, at);
            for (var i = 0; i < length; i++)
                kept.Add(rows[at + i]);
            if (times > 1)
            {
                var last = rows[at + (length * times) - 1];
                var lane = Enumerable.Range(at, length).All(i => rows[i].Lane == last.Lane) ? last.Lane : -1;
                kept.Add(StoryStep.Abridged(lane, $"… {values.Count(times - 1)}more times …", last.At));
            }

            at += length * times;
        }

        return kept;
    }

    private static (int Length, int Times) Pattern(IReadOnlyList<StoryStep> rows, int at)
    {
        for (var length = 1; length <= LongestPattern; length++)
        {
            var end = at + length;
            while (end < rows.Count && rows[end].Repeats(rows[end - length]))
                end++;
            var times = (end - at) / length;
            if (times > 2)
                return (length, times);
        }

        return (1, 1);
    }

    private List<StoryStep> Cut(List<StoryStep> rows)
    {
        if (rows.Count <= MostRows)
            return rows;
        var keep = new bool[rows.Count];
        Keep(keep, 0, Beginning);
        Keep(keep, rows.Count - End, rows.Count);
        var left = MostRows - Beginning - End;
        for (var i = rows.Count - 1; i >= 0 && left > 0; i--)
        {
            if (rows[i] is { Switched: false, Fails: false })
                continue;
            Keep(keep, i - AroundSwitch, i + AroundSwitch);
            left -= 2 * AroundSwitch;
        }

        return Gather(rows, keep);
    }

    private static void Keep(bool[] keep, int from, int to)
    {
        for (var i = Math.Max(from, 0); i < Math.Min(to, keep.Length); i++)
            keep[i] = true;
    }

    private List<StoryStep> Gather(List<StoryStep> rows, bool[] keep)
    {
        var kept = new List<StoryStep>();
        for (var i = 0; i < rows.Count;)
        {
            var from = i;
            while (i < rows.Count && !keep[i])
                i++;
            if (i - from == 1)
                kept.Add(rows[from]);
            else if (i > from)
                kept.Add(StoryStep.Abridged(-1, $"… {values.Count(i - from)}rows …", rows[i - 1].At));
            if (i < rows.Count)
                kept.Add(rows[i++]);
        }

        return kept;
    }
}
