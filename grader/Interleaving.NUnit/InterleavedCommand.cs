using Interleaving.Exploring;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Interleaving.NUnit;

/// <summary>Takes the place of all that NUnit would do for one test: fixture, set-up, test and tear-down.</summary>
internal sealed class InterleavedCommand(TestCommand inner, InterleavedAttribute settings) : TestCommand(inner.Test)
{
    public override TestResult Execute(TestExecutionContext context)
    {
        var result = context.CurrentResult;
        var test = (TestMethod)Test;
        if (Refusals.Of(test, settings) is { } refusal)
        {
            result.SetResult(ResultState.NotRunnable, refusal);
            return result;
        }

        // One test at a time, with all that is made for it.
        lock (Session.Turn)
        {
            var limits = TimeLimits.Of(test, context);
            var body = new TestBody(test, WovenTwins.Of(test), limits.CancelAfter);
            var options = Session.Current.Defaults.With(settings) with { TimeLimit = limits.Timeout };
            var exploration = Explorer.Explore(body.Run, options);
            Session.Current.Add(test, exploration);
            Report(exploration, result, body.Output);
        }

        return result;
    }

    private static void Report(Exploration exploration, TestResult result, string output)
    {
        if (exploration.Failure is not null)
        {
            result.SetResult(
                ResultState.Failure,
                ExplorationText.Failure(exploration, $"[Interleaved(Schedule = \"{exploration.Schedule}\")]"),
                ExplorationText.StackTrace(exploration, result.FullName));
            if (output.Length > 0)
                result.OutWriter.WriteLine($"What the test wrote in the schedule that failed:\n{output}");
            return;
        }

        result.OutWriter.WriteLine(exploration.Summary);
        if (exploration.Ending is { Kind: not EndingKind.Passed } ending)
            result.SetResult(State(ending.Kind), ending.Message, ending.StackTrace);
        else
            result.SetResult(ResultState.Success);
    }

    private static ResultState State(EndingKind kind) => kind switch
    {
        EndingKind.Passed => ResultState.Success,
        EndingKind.Skipped => ResultState.Ignored,
        EndingKind.Inconclusive => ResultState.Inconclusive,
        EndingKind.Warned => ResultState.Warning,
        EndingKind.Failed => ResultState.Failure,
    };
}
