using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>Lets another strategy choose and notes where it deviates from the default: that is the schedule.</summary>
internal sealed class RecordingStrategy(IStrategy inner) : IStrategy
{
    private readonly List<Deviation> deviations = [];

    public IStrategy Inner { get; } = inner;

    /// <summary>The schedule of the execution so far.</summary>
    public Schedule Schedule => deviations.Count == 0 ? Schedule.Default : new Schedule([.. deviations]);

    public string Name => Inner.Name;

    public string? Completed => Inner.Completed;

    public bool SeesAll => Inner.SeesAll;

    public bool FollowsDelays => Inner.FollowsDelays;

    public bool Begin()
    {
        deviations.Clear();
        return Inner.Begin();
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled)
    {
        var chosen = Inner.Next(previous, enabled);
        if (!ReferenceEquals(chosen, DefaultStrategy.Choose(previous, enabled)))
            deviations.Add(new Deviation(previous.Id, previous.Steps, chosen.Id));
        return chosen;
    }

    public bool Delays(Operation previous, bool worthwhile)
    {
        var delays = Inner.Delays(previous, worthwhile);
        if (delays)
            deviations.Add(new Deviation(previous.Id, previous.Steps, previous.Id));
        return delays;
    }

    public bool EndsLate(Operation previous, bool worthwhile)
    {
        var isLate = Inner.EndsLate(previous, worthwhile);
        if (isLate)
            deviations.Add(new Deviation(previous.Id, previous.Steps, Deviation.End));
        return isLate;
    }

    public bool Cancels(Operation previous, Operation cancellation, bool drawn)
    {
        var cancels = Inner.Cancels(previous, cancellation, drawn);
        if (cancels)
            deviations.Add(new Deviation(previous.Id, previous.Steps, cancellation.Id));
        return cancels;
    }

    public void Finished(Execution execution) => Inner.Finished(execution);
}
