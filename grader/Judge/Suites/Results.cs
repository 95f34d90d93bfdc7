using Judge.Protocol;
using NUnit.Framework.Interfaces;

namespace Judge.Suites;

/// <summary>What the result of an NUnit test means for a submission.</summary>
internal static class Results
{
    /// <summary>The property by which a test says what its failure means: <c>[Property("verdict", "NotParallel")]</c>.</summary>
    private const string VerdictProperty = "verdict";

    public static TestFinished Of(TestFound test, ITestResult result)
    {
        var frame = new TestFinished
        {
            Index = test.Index,
            Criterion = test.Criterion,
            Verdict = VerdictOf(result),
            Seconds = result.Duration,
        };
        if (result.ResultState.Status == TestStatus.Passed)
            return frame;
        return frame with { Message = result.Message, Location = StackTraces.Top(result.StackTrace) };
    }

    private static Verdict VerdictOf(ITestResult result) => result.ResultState.Status switch
    {
        TestStatus.Passed or TestStatus.Warning => Verdict.Accepted,
        TestStatus.Inconclusive => Verdict.Inconclusive,
        TestStatus.Skipped => Verdict.JudgeError,
        TestStatus.Failed when result.ResultState == ResultState.NotRunnable => Verdict.JudgeError,
        TestStatus.Failed => Failed(result),
        _ => throw new InvalidOperationException($"NUnit has no result called {result.ResultState.Status}."),
    };

    private static Verdict Failed(ITestResult result) =>
        result.Message.StartsWith(typeof(OutOfMemoryException).FullName!, StringComparison.Ordinal)
            ? Verdict.MemoryLimit
            : Declared(result.Test) ?? Verdict.WrongAnswer;

    private static Verdict? Declared(ITest? test)
    {
        for (; test is not null; test = test.Parent)
        {
            if (test.Properties.Get(VerdictProperty) is string name)
            {
                return Enum.TryParse<Verdict>(name, out var verdict)
                    ? verdict
                    : throw new InvalidDataException($"{test.FullName}: there is no verdict called {name}.");
            }
        }

        return null;
    }
}
