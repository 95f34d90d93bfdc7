using Interleaving.Scheduling;

namespace Interleaving.Strategies;

/// <summary>
/// Where the program is cancelled (see <see cref="Cancellation"/>), around another strategy that says who runs. The first execution
/// shows how many yield points there are; then the default schedule is cancelled at each of them, one after the other;
/// and after that each execution is, at one that is drawn, or at none, unless the other strategy has its own way to choose.
/// In a program that has no such cancellation, this is the other strategy.
/// </summary>
internal sealed class CancellingStrategy(IStrategy inner, int seed) : IStrategy
{
    private Random Random => field ??= new(seed);
    private int most;
    private int toSweep;
    private int passed;
    private int point;

    /// <summary>Yield points at which the default schedule was cancelled.</summary>
    public int Swept { get; private set; }

    /// <summary>Whether this execution is one of those.</summary>
    public bool Sweeps { get; private set; }

    /// <summary>Whether some are left.</summary>
    public bool IsSweeping => Swept < toSweep;

    public string Name => Sweeps ? "cancellation" : inner.Name;

    public string? Completed => inner.Completed;

    public bool SeesAll => !Sweeps && inner.SeesAll;

    public bool FollowsDelays => !Sweeps && inner.FollowsDelays;

    public bool Begin()
    {
        passed = 0;
        Sweeps = IsSweeping;
        point = Sweeps ? ++Swept : most > 0 ? Random.Next(1, most + 2) : 0;
        return Sweeps || inner.Begin();
    }

    public Operation Next(Operation previous, IReadOnlyList<Operation> enabled) =>
        Sweeps ? DefaultStrategy.Choose(previous, enabled) : inner.Next(previous, enabled);

    public bool Delays(Operation previous, bool worthwhile) => !Sweeps && inner.Delays(previous, worthwhile);

    public bool EndsLate(Operation previous, bool worthwhile) => !Sweeps && inner.EndsLate(previous, worthwhile);

    public bool Cancels(Operation previous, Operation cancellation, bool drawn)
    {
        var isDrawn = ++passed == point;
        return Sweeps ? isDrawn : inner.Cancels(previous, cancellation, isDrawn);
    }

    public void Finished(Execution execution)
    {
        most = Math.Max(most, execution.Cancellation.Points);
        if (toSweep == 0)
            toSweep = most;
        inner.Finished(execution);
    }
}
