using System.Diagnostics;
using Interleaving.Exploring;
using Xunit;
using Xunit.v3;

namespace Interleaving.Xunit;

/// <summary>Explores where xunit would make an instance of the class and call the test's method.</summary>
internal sealed class InterleavedTestRunner : XunitTestRunner
{
    public static InterleavedTestRunner Own { get; } = new();

    /// <summary>Each execution makes one of its own.</summary>
    protected override bool IsTestClassCreatable(XunitTestRunnerContext ctxt) => false;

    protected override ValueTask<TimeSpan> InvokeTest(XunitTestRunnerContext ctxt, object? testClassInstance)
    {
        var start = Stopwatch.GetTimestamp();
        ctxt.Aggregator.Run(() => Explore(ctxt));
        return new(Stopwatch.GetElapsedTime(start));
    }

    private static void Explore(XunitTestRunnerContext ctxt)
    {
        var settings = ctxt.Test.TestMethod.FactAttributes.OfType<InterleavedAttribute>().Single();
        if (OptionChecks.Of(settings) is { } refusal)
            throw new ArgumentException(refusal);
        var body = new TestBody(ctxt.Test, ctxt.ConstructorArguments);
        var options = Session.Current.Defaults.With(settings) with
        {
            TimeLimit = settings.Timeout > 0 ? TimeSpan.FromMilliseconds(settings.Timeout) : null,
        };
        var exploration = Explorer.Explore(body.Run, options);
        if (TestContext.Current.TestOutputHelper is { } output)
        {
            output.WriteLine(exploration.Summary);
            if (exploration.Failure is not null && body.Output.Length > 0)
                output.WriteLine($"What the test wrote in the schedule that failed:\n{body.Output}");
        }

        exploration.ThrowIfTestFailed();
    }
}
