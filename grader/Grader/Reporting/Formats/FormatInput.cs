using Grader.Reporting.Comparing;

namespace Grader.Reporting.Formats;

/// <summary>All that a format may draw on.</summary>
/// <param name="Report">The results.</param>
/// <param name="Made">When they were made; formats that carry a time take it from here.</param>
internal sealed record FormatInput(Report Report, DateTimeOffset Made)
{
    /// <summary>Who is who in the gradebook; null when no roster was given.</summary>
    public Roster? Roster { get; init; }

    /// <summary>What changed since an earlier report; null when none was given.</summary>
    public Comparison? Changes { get; init; }

    /// <summary>Variables of the autograder that runs us, which one format echoes.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>The only student, for a format that goes back to one.</summary>
    /// <exception cref="WrongUseException">There are more, or none.</exception>
    public ReportSubmission Student(string format) => Report.Submissions is [var only]
        ? only
        : throw new WrongUseException(
            $"--format {format} is for one student, but the report has {Report.Submissions.Count}; grade one student's folder");
}
