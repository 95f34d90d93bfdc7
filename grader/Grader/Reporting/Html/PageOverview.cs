using Grader.Reporting.Comparing;

namespace Grader.Reporting.Html;

/// <summary>What the page shows of everybody, unpacked when it opens; a kata's details are unpacked when they are looked at.</summary>
/// <param name="Personal">True for a page that goes to the one student in it; else absent.</param>
/// <param name="Group">How many submissions, in their order, share a part of the details.</param>
/// <param name="Changes">What changed since an earlier report; absent when none was given.</param>
/// <param name="Verdicts">Every verdict there is, in the order in which they are listed.</param>
internal sealed record PageOverview(
    ReportGrader Grader, ReportMachine Machine, int Group, IReadOnlyList<PageVerdict> Verdicts, IReadOnlyList<PageSubmission> Submissions, bool? Personal,
    Comparison? Changes);
