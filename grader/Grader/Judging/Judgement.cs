using Grader.Records;
using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>What one judge process had to say, and how it ended.</summary>
/// <param name="Ending">
/// Accepted when the judge finished its report; else why it did not: TimeLimit, MemoryLimit, Crash, or JudgeError.
/// </param>
/// <param name="EndingMessage">The ending in words; empty when the judge finished.</param>
/// <param name="Criteria">One for each criterion that the suite has tests for, in the suite's order.</param>
internal sealed record Judgement(Verdict Ending, string EndingMessage, IReadOnlyList<CriterionJudgement> Criteria)
{
    /// <summary>The ending in one line, where its message says more than whoever asked wants to know; empty elsewhere.</summary>
    public string EndingReason { get; init; } = "";

    /// <summary>Criteria that the judge did not come to, or not to all of their tests, before it ended; none of them has failed.</summary>
    public IReadOnlyList<string> Unreached { get; init; } = [];

    /// <summary>Whether there was a judge at all: false when its process could not be started.</summary>
    public bool Started { get; init; } = true;

    /// <summary>Whether the suite had begun: before that, nothing of a submission has run.</summary>
    public bool Begun { get; init; }

    /// <summary>
    /// Whether every test ended as it would in any process, and nothing was left behind in this one: a judge that was used before
    /// is believed only then, and only then is one used again.
    /// </summary>
    public bool Plain { get; init; }

    /// <summary>Processor time that it took.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Time by the clock in which it did not even want a processor.</summary>
    public double WaitedSeconds { get; init; }

    /// <summary>All tests' work and span, in order.</summary>
    public IReadOnlyList<ParallelismSample> Parallelism { get; init; } = [];

    /// <summary>Samples of the side that was asked for; null when none was, or the judge did not get that far.</summary>
    public SideTimed? Side { get; init; }

    /// <summary>Both sides of the workload; null where there are no two.</summary>
    public WorkloadTimed? Workload { get; init; }

    /// <summary>What came of a probe; empty when none was asked for.</summary>
    public IReadOnlyList<ProbeAttempted> Attempts { get; init; } = [];

    /// <summary>What the process wrote to standard output, capped.</summary>
    public string Output { get; init; } = "";

    /// <summary>What the process wrote to standard error, capped.</summary>
    public string Errors { get; init; } = "";

    /// <summary>
    /// What came of one criterion, also when the judge ended before it had even found the suite's tests: then each
    /// criterion shares its ending.
    /// </summary>
    public CriterionJudgement Of(string criterion) =>
        Criteria.FirstOrDefault(judged => judged.Id == criterion)
        ?? (Ending == Verdict.Accepted
            ? new CriterionJudgement(criterion, Verdict.JudgeError, "The suite has no test for this criterion.")
            : new CriterionJudgement(criterion, Ending, EndingMessage));
}
