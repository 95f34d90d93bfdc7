using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Runs one schedule once: the default one but for its deviations. A deviation whose place is never reached, or whose
/// target cannot run there, is left out.
/// </summary>
internal sealed class ReplayStrategy : IStrategy
{
    private readonly Dictionary<(int Operation, int Steps), int> targets = [];
    private readonly HashSet<(int Operation, int Steps)> delays = [];
    private readonly HashSet<(int Operation, int Steps)> ends = [];
    private int followed;
    private bool begun;

    public ReplayStrategy(Schedule schedule)
    {
        foreach (var deviation in schedule.Deviations)
        {
            if (deviation.IsDelay)
                delays.Add((deviation.Operation, deviation.Steps));
            else if (deviation.IsLateEnd)
                ends.Add((deviation.Operation, deviation.Steps));
            else
                targets.Add((deviation.Operation, deviation.Steps), deviation.Target);
        }
    }

    public string Name => "replay";

    /// <summary>How many deviations were not taken. If any, the schedule is one of another program, or something failed before.</summary>
    public int Unfollowed => targets.Count + delays.Count + ends.Count - followed;

    public bool FollowsDelays => delays.Count > 0;

    public bool Begin() => !begun && (begun = true);

    public bool Delays(Operation previous, bool worthwhile)
    {
        var isDelayed = delays.Contains((previous.Id, previous.Steps));
        followed += isDelayed ? 1 : 0;
        return isDelayed;
    }

    public bool EndsLate(Operation previous, bool worthwhile)
    {
        var isLate = ends.Contains((previous.Id, previous.Steps));
        followed += isLate ? 1 : 0;
        return isLate;
    }

    public bool Cancels(Operation previous, Operation cancellation, bool drawn)
    {
        var cancels = targets.TryGetValue((previous.Id, previous.Steps), out var target) && target == cancellation.Id;
        followed += cancels ? 1 : 0;
        return cancels;
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        if (targets.TryGetValue((previous.Id, previous.Steps), out var target))
        {
            foreach (var operation in enabled)
            {
                if (operation.Id == target)
                {
                    followed++;
                    return operation;
                }
            }
        }

        return DefaultStrategy.Choose(previous, enabled);
    }
}
