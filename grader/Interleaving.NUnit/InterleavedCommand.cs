using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace Interleaving.NUnit;

/// <summary>Takes the place of all that NUnit would do for one test: fixture, set-up, test and tear-down.</summary>
internal sealed class InterleavedCommand(TestCommand inner, InterleavedAttribute settings) : TestCommand(inner.Test)
{
    /// <summary>Static fields of woven code belong to one execution at a time, so one test at a time is explored.</summary>
    private static readonly Lock OneAtATime = new();

    public override TestResult Execute(TestExecutionContext context)
    {
        var result = context.CurrentResult;
        var test = (TestMethod)Test;
        if (Refusals.Of(test) is { } refusal)
        {
            result.SetResult(ResultState.NotRunnable, refusal);
            return result;
        }

        lock (OneAtATime)
        {
            var twin = WovenTwins.Of(test);
            var exploration = Explorer.Explore(new TestBody(twin, context).Run, RunDefaults.Current.With(settings));
            Explorations.Add(test, exploration);
            Report(exploration, result);
        }

        return result;
    }

    private static void Report(Exploration exploration, TestResult result)
    {
        if (exploration.Failure is null || exploration.Exception is SuccessException)
        {
            result.SetResult(ResultState.Success);
            result.OutWriter.WriteLine(FailureText.NoFailure(exploration));
        }
        else if (exploration.Exception is ResultStateException { ResultState.Status: not TestStatus.Failed } outcome)
            result.SetResult(outcome.ResultState, outcome.Message);
        else
            result.SetResult(ResultState.Failure, FailureText.Message(exploration), FailureText.StackTrace(exploration, result.FullName));
    }
}
