using System.Runtime.CompilerServices;
using Interleaving.Exploring;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Interleaving.MSTest;

/// <summary>
/// Runs an MSTest test under many schedules, in virtual time, instead of once: whatever threads, tasks and timers it starts are under
/// control, and a failure comes with the interleaving that led to it. Each execution makes a new instance of the test's class, and runs
/// its initialisation and clean-up. It stands in the place of [TestMethod], beside [DataRow] and its like. Needs no build step: the
/// test's assembly is woven in memory when its first such test runs.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
#pragma warning disable CA1019 // the base class has both as DeclaringFilePath and DeclaringLineNumber
public sealed class InterleavedAttribute([CallerFilePath] string callerFilePath = "", [CallerLineNumber] int callerLineNumber = -1)
    : TestMethodAttribute(callerFilePath, callerLineNumber), IInterleaved
#pragma warning restore CA1019
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

    /// <inheritdoc/>
    public override Task<TestResult[]> ExecuteAsync(ITestMethod testMethod) => Task.FromResult<TestResult[]>([Explore(testMethod)]);

    private TestResult Explore(ITestMethod test)
    {
        if (OptionChecks.Of(this) is { } refusal)
            return Failed(new ArgumentException(refusal));
        try
        {
            var body = new TestBody(test);
            var exploration = Explorer.Explore(body.Run, Session.Current.Defaults.With(this));
            var output = exploration.Summary + "\n";
            if (exploration.Failure is not null && body.Output.Length > 0)
                output += $"What the test wrote in the schedule that failed:\n{body.Output}";
            return Ended(exploration, output);
        }
        catch (InvalidOperationException e)
        {
            return Failed(e);
        }
    }

    private static TestResult Ended(Exploration exploration, string output)
    {
        try
        {
            exploration.ThrowIfTestFailed();
            return new TestResult { Outcome = UnitTestOutcome.Passed, LogOutput = output };
        }
        catch (ExplorationFailedException e)
        {
            return Failed(e, output);
        }
        catch (Exception e)
        {
            return new TestResult { Outcome = UnitTestOutcome.Inconclusive, TestFailureException = e, LogOutput = output };
        }
    }

    private static TestResult Failed(Exception exception, string output = "") =>
        new() { Outcome = UnitTestOutcome.Failed, TestFailureException = exception, LogOutput = output };
}
