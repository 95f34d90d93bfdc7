using Interleaving;
using Judge;
using Judge.Protocol;

namespace Grader.Records;

/// <summary>What came of one criterion: all of its tests accepted, or the first that was not; or what its measured figure says.</summary>
/// <param name="Id">The criterion.</param>
/// <param name="Verdict">Accepted when every test of it was.</param>
/// <param name="Message">What happened, in words; empty when accepted.</param>
internal sealed record CriterionJudgement(string Id, Verdict Verdict, string Message)
{
    /// <summary>Whether it lost its points by the fault of another criterion, without which it would have been timed.</summary>
    public bool NotTimed { get; init; }

    public SourceLocation? Location { get; init; }

    /// <summary>What <c>grader replay --schedule</c> takes; empty when nothing failed under a schedule.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The interleaving that failed; null when there is none.</summary>
    public Story? Story { get; init; }

    /// <summary>The same as a table; empty when there is none.</summary>
    public string Interleaving => Story?.ToTable() ?? "";

    /// <summary>The run on simulated cores that the verdict is of; null when there was none.</summary>
    public ParallelismSample? Counted { get; init; }

    /// <summary>Schedules tried by all tests of the criterion.</summary>
    public int Schedules { get; init; }

    public double Seconds { get; init; }
}
