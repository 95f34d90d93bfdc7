namespace Interleaving;

/// <summary>
/// Which assemblies that the tests of this process have loaded so far were not, or not altogether, under control, by name. The
/// platform, the test framework and the engine are left out.
/// </summary>
public sealed record Boundary
{
    internal static Boundary None { get; } = new();

    /// <summary>Loaded as they are: libraries of mocks, what cannot be woven, and what the tests asked to leave alone.</summary>
    public IReadOnlyList<string> NotControlled { get; init; } = [];

    /// <summary>Woven for control alone: no data race is looked for in them.</summary>
    public IReadOnlyList<string> ControlledAlone { get; init; } = [];

    /// <summary>Of those, the ones whose static state stays from one execution to the next, since native code knows of it.</summary>
    public IReadOnlyList<string> StaticsStay { get; init; } = [];
}
