using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// What a judge has said so far. A frame that does not fit what came before (a test nobody announced, a second result)
/// throws <see cref="InvalidDataException"/>.
/// </summary>
internal sealed class Transcript
{
    private readonly Dictionary<int, TestFinished> results = [];
    private IReadOnlyList<TestFound>? tests;
    private readonly List<ProbeAttempted> attempts = [];
    private SideTimed? side;
    private TestFound? running;

    /// <summary>What the last frame said; null while it has not come.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>Whether the suite was told; before that, nothing of a submission has run.</summary>
    public bool Begun => tests is not null;

    public void Add(JudgeFrame frame)
    {
        switch (frame)
        {
            case SuiteFound found when tests is null:
                tests = found.Tests;
                break;
            case TestStarted started when running is null && !results.ContainsKey(started.Index)
                && tests?.FirstOrDefault(test => test.Index == started.Index) is { } test:
                running = test;
                break;
            case TestFinished finished when UntrustedLimits.AreMeasured(finished) && running == new TestFound(finished.Index, finished.Criterion):
                results.Add(finished.Index, finished with { Message = UntrustedLimits.Of(finished.Message), Story = UntrustedLimits.Of(finished.Story), Parallelism = UntrustedLimits.Of(finished.Parallelism) });
                running = null;
                break;
            case SideTimed timed when side is null && UntrustedLimits.AreMeasured(timed):
                side = timed with { Problem = timed.Problem is { } problem ? UntrustedLimits.Of(problem) : null };
                break;
            case ProbeAttempted attempted when tests is [] && attempts.TrueForAll(other => other.Layer != attempted.Layer):
                attempts.Add(attempted);
                break;
            case JudgeFinished finished when finished.Verdict != Verdict.Accepted || results.Count == tests?.Count:
                Ending = new Ending(finished.Verdict, UntrustedLimits.Of(finished.Message)) { Reason = UntrustedLimits.Of(finished.Reason), Clean = finished.Clean };
                break;
            default:
                throw new InvalidDataException($"A judge said {frame.GetType().Name} out of turn.");
        }
    }

    /// <summary>A test that has no result gets the verdict of the ending, and what that is to it: it ran then, or it never began.</summary>
    public Judgement ToJudgement(Ending ending)
    {
        var missing = ending.Verdict == Verdict.Accepted ? new Ending(Verdict.JudgeError, "The test did not run.") : ending;
        var criteria = (tests ?? [])
            .Select(test => results.GetValueOrDefault(test.Index) ?? new TestFinished
            {
                Index = test.Index,
                Criterion = test.Criterion,
                Verdict = missing.Verdict,
                Message = running is null || test == running ? missing.Message : $"Not tried: the process had ended before, at {running.Criterion}. {missing.Message}",
            })
            .GroupBy(test => test.Criterion)
            .ToList();
        return new Judgement(ending.Verdict, ending.Message, [.. criteria.Select(Summarise)])
        {
            Unreached = [.. criteria.Where(tests => tests.Any(IsUnreached) && tests.All(test => IsUnreached(test) || test.Verdict == Verdict.Accepted)).Select(tests => tests.Key)],
            EndingReason = ending.Reason,
            Begun = Begun,
            Plain = ending is { Verdict: Verdict.Accepted, Clean: true } && results.Count == tests?.Count && results.Values.All(IsPlain),
            Parallelism = [.. results.Values.OrderBy(test => test.Index).SelectMany(test => test.Parallelism)],
            Side = side,
            Attempts = attempts,
        };
    }

    /// <summary>
    /// Whether a test says the same wherever it is run: it held, or it failed under a schedule that failed again, and no limit, crash
    /// or want of control came into it.
    /// </summary>
    private static bool IsPlain(TestFinished test) => !test.Doubtful && test.Verdict is Verdict.Accepted or Verdict.WrongAnswer
        or Verdict.DataRace or Verdict.Deadlock or Verdict.Livelock or Verdict.NotParallel or Verdict.TooSlow;

    private bool IsUnreached(TestFinished test) => !results.ContainsKey(test.Index) && test.Index != running?.Index;

    private static CriterionJudgement Summarise(IGrouping<string, TestFinished> tests)
    {
        // A failure that is the submission's own says more than one that is the grader's.
        var shown = tests.FirstOrDefault(test => test.Verdict is not (Verdict.Accepted or Verdict.Inconclusive or Verdict.JudgeError))
            ?? tests.FirstOrDefault(test => test.Verdict != Verdict.Accepted)
            ?? tests.First();
        return new CriterionJudgement(tests.Key, shown.Verdict, shown.Message)
        {
            Location = shown.Location,
            Schedule = shown.Schedule,
            Story = shown.Story,
            Counted = Profiles.Telling(shown.Parallelism),
            Schedules = tests.Sum(test => test.Schedules),
            Seconds = tests.Sum(test => test.Seconds),
        };
    }
}
