using Interleaving;
using Interleaving.Exploring;
using Interleaving.Naming;
using Judge.Protocol;
using NUnit.Framework.Interfaces;

namespace Judge.Suites;

/// <summary>What the result of an NUnit test means for a submission.</summary>
internal static class Results
{
    /// <summary>The property by which a test says what its failure means: <c>[Property("verdict", "NotParallel")]</c>.</summary>
    private const string VerdictProperty = "verdict";

    /// <param name="test">Which test of the request.</param>
    /// <param name="result">What NUnit found.</param>
    /// <param name="discreet">Whether to leave out what an exception says.</param>
    public static TestFinished Of(TestFound test, ITestResult result, bool discreet)
    {
        var frame = new TestFinished
        {
            Index = test.Index,
            Criterion = test.Criterion,
            Verdict = VerdictOf(result),
            Message = Message(result, discreet),
            Location = StackTraces.Top(result.StackTrace),
            Schedules = 1,
            Seconds = result.Duration,
        };
        return Session.Current.Of(result.Test) is { } exploration ? Explored(frame, result, exploration) : frame;
    }

    /// <summary>The words of an assertion are the suite's own.</summary>
    private static string Message(ITestResult result, bool discreet)
    {
        if (result.ResultState.Status == TestStatus.Passed)
            return "";
        var isSuites = result.ResultState.Label != ResultState.Error.Label || ExceptionText.IsShouldlys(result.Message);
        return discreet && !isSuites ? ExceptionText.TypeOf(result.Message) : Excerpt.Of(result.Message);
    }

    private static TestFinished Explored(TestFinished frame, ITestResult result, Exploration exploration) => frame with
    {
        // Also when NUnit was told to pass: no suite says so by an exception, so it was the submission.
        Verdict = exploration.Failure is { } kind ? VerdictOf(kind, exploration, result.Test) : frame.Verdict,
        Message = exploration.Failure is null ? ExplorationText.Stale(exploration) : exploration.Message,
        Location = exploration.Line > 0
            ? new SourceLocation(Path.GetFileName(exploration.File ?? ""), exploration.Line)
            : StackTraces.Top(exploration.Exception?.StackTrace),
        Schedule = exploration.Schedule.Length > 0 ? new TestSchedule(frame.Index, exploration.Schedule).ToString() : "",
        Story = exploration.Story,
        Schedules = exploration.Schedules,
        Complete = exploration.Complete ?? "",
        Doubtful = exploration.Unrepeated.Count > 0 || exploration.Failure is FailureKind.Nondeterminism or FailureKind.Unsupported,
    };

    private static Verdict VerdictOf(FailureKind kind, Exploration exploration, ITest test) => kind switch
    {
        FailureKind.Assertion when exploration.Exception is OutOfMemoryException => Verdict.MemoryLimit,
        FailureKind.Assertion => Declared(test) ?? Verdict.WrongAnswer,
        FailureKind.UnhandledException => Verdict.Crash,
        FailureKind.DataRace => Verdict.DataRace,
        FailureKind.Deadlock => Verdict.Deadlock,
        FailureKind.Livelock => Verdict.Livelock,
        FailureKind.StepLimit => Verdict.TimeLimit,
        FailureKind.Unsupported => Verdict.PolicyViolation,
        // Memory that ran out in one of two runs is a limit that was broken, and no doubt to the benefit of who broke it.
        FailureKind.Nondeterminism when exploration.RanOutOfMemory => Verdict.MemoryLimit,
        // Once may be an accident of the search, and costs nobody anything. Whoever fails again and again has failed, even
        // when no failure can be repeated: else it would pay to be unpredictable.
        FailureKind.Nondeterminism => exploration.Unrepeated is [var first, _, ..]
            ? VerdictOf(first, exploration, test)
            : Verdict.Inconclusive,
    };

    private static Verdict VerdictOf(ITestResult result) => result.ResultState.Status switch
    {
        // A test that passes, or cannot tell, has no stack: this one threw what NUnit takes for a word of the suite.
        TestStatus.Passed or TestStatus.Warning or TestStatus.Inconclusive or TestStatus.Skipped
            when !string.IsNullOrEmpty(result.StackTrace) => Verdict.WrongAnswer,
        // A test that ends has nothing to say: these words are of an exception by which a submission would end it early.
        TestStatus.Passed when !string.IsNullOrEmpty(result.Message) => Verdict.WrongAnswer,
        TestStatus.Passed or TestStatus.Warning => Verdict.Accepted,
        TestStatus.Inconclusive => Verdict.Inconclusive,
        TestStatus.Skipped => Verdict.JudgeError,
        TestStatus.Failed when result.ResultState == ResultState.NotRunnable => Verdict.JudgeError,
        TestStatus.Failed => Failed(result),
        _ => throw new InvalidOperationException($"NUnit has no result called {result.ResultState.Status}."),
    };

    private static Verdict Failed(ITestResult result) =>
        ExceptionText.Is<OutOfMemoryException>(result.Message)
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
