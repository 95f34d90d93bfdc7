using Judge;

namespace Grader.Reporting.Html;

/// <summary>One criterion of one kata, with the points alone.</summary>
internal sealed record PageCriterion(string Id, string Title, Verdict Verdict, double Score, double MaxScore);
