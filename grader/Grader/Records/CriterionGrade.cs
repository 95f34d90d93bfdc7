using Grader.Configuration;
using Interleaving;
using Judge;
using Judge.Protocol;

namespace Grader.Records;

/// <summary>What a submission gets for one criterion.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Verdict">The worst of its tests, or what the measured figure says.</param>
/// <param name="Score">Points, 0 to the criterion's.</param>
/// <param name="Message">What went wrong, in the words of the idea; empty when accepted.</param>
internal sealed record CriterionGrade(Criterion Criterion, Verdict Verdict, decimal Score, string Message)
{
    /// <summary>Where in the submission it went wrong; null when unknown.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>What <c>grader replay --schedule</c> takes; empty when there is no counterexample.</summary>
    public string Schedule { get; init; } = "";

    /// <summary>The counterexample; null when there is none.</summary>
    public Story? Story { get; init; }

    /// <summary>The run on simulated cores that the verdict is of; null when there was none.</summary>
    public ParallelismSample? Counted { get; init; }

    /// <summary>Schedules tried over all its tests.</summary>
    public int Schedules { get; init; }

    /// <summary>Wall time over all its tests.</summary>
    public double Seconds { get; init; }
}
