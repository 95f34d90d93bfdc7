using Judge;

namespace Grader.Reporting.Html;

/// <summary>One kata of one student, with the points alone.</summary>
/// <param name="Part">Which line of the page's data has the rest: the overview is 0.</param>
/// <param name="Problems">What went wrong; absent when nothing did.</param>
internal sealed record PageKata(
    string Id,
    string Title,
    Verdict Verdict,
    double Score,
    double MaxScore,
    int Part,
    IReadOnlyList<PageCriterion> Criteria,
    IReadOnlyList<PageProblem>? Problems,
    bool? Missing,
    ReportAttempts? Attempts,
    ReportLate? Late,
    ReportOverride? Override);
