using Judge;

namespace Grader.Reporting.Html;

/// <summary>A problem, told so that the like of it in other submissions can be found.</summary>
/// <param name="Criterion">The criterion's name for people; empty when it was found before anything ran.</param>
/// <param name="Verdict">Of the criterion, or of the kata.</param>
/// <param name="Shape">Problems of one criterion with the same shape are alike (<see cref="ProblemShape"/>).</param>
/// <param name="Example">The faulty line of code, or else the message's first line.</param>
/// <param name="Location">Of the line of code; absent when <paramref name="Example"/> is a message.</param>
internal sealed record PageProblem(string Criterion, Verdict Verdict, string Shape, string Example, ReportLocation? Location);
