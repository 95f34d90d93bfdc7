using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>
/// Runs an xunit test under many schedules, in virtual time, instead of once: whatever threads, tasks and timers it starts are under
/// control, and a failure comes with the interleaving that led to it. Each execution makes a new instance of the test's class, and
/// initialises and disposes of it. It stands in the place of [Fact], and of [Theory] where the method has parameters. Needs no build step: the test's assembly is woven in memory when its first such test runs.
/// </summary>
[XunitTestCaseDiscoverer(typeof(InterleavedDiscoverer))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class InterleavedAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber), ITheoryAttribute, IInterleaved
{
    /// <inheritdoc/>
    public int Schedules { get; init; }

    /// <inheritdoc/>
    public int Seed { get; init; }

    /// <inheritdoc/>
    public Strategy Strategy { get; init; }

    /// <inheritdoc/>
    public int Preemptions { get; init; } = -1;

    /// <inheritdoc/>
    public int Depth { get; init; }

    /// <inheritdoc/>
    public string? Interest { get; init; }

    /// <inheritdoc/>
    public int MaxSteps { get; init; }

    /// <inheritdoc/>
    public int Cores { get; init; }

    /// <inheritdoc/>
    public bool DataRaces { get; init; } = true;

    /// <inheritdoc/>
    public string? Schedule { get; init; }

    /// <summary>Whether a theory's data is left for the run to enumerate. False by default.</summary>
    public bool DisableDiscoveryEnumeration { get; init; }

    /// <summary>Whether the names of a theory's cases tell their number. False by default.</summary>
    public bool IncludeTestCaseIndex { get; init; }

    /// <summary>Whether a theory without data is skipped instead of failing. False by default.</summary>
    public bool SkipTestWithoutData { get; init; }
}
