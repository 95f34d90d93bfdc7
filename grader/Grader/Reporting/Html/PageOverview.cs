namespace Grader.Reporting.Html;

/// <summary>What the page shows of everybody, unpacked when it opens; a kata's details are unpacked when they are looked at.</summary>
/// <param name="Group">How many submissions, in their order, share a part of the details.</param>
internal sealed record PageOverview(ReportGrader Grader, ReportMachine Machine, int Group, IReadOnlyList<PageSubmission> Submissions);
