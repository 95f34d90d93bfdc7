namespace Interleaving;

/// <summary>What <see cref="Cores.Run(int, Action, CoresOptions)"/> may do differently.</summary>
public sealed record CoresOptions
{
    /// <summary>
    /// 0: of those who come at one instant, who was created first goes first, and what is started is ready at once. Any other
    /// number draws both anew: a start may be felt up to 100 units late. The same number gives the same run.
    /// </summary>
    public int Seed { get; init; }

    /// <summary>
    /// Whether two accesses that nothing orders are a failure by themselves. Unless you say, they are; inside an exploration, they
    /// are when they are there.
    /// </summary>
    public bool? DataRaces { get; init; }
}
