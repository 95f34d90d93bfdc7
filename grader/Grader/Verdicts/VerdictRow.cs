using Judge;

namespace Grader.Verdicts;

/// <summary>What is known of one verdict.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Kind">What it means to the scorer and to the formats.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Meaning">What it tells a student, for the table in <c>katas/README.md</c>; neighbours with the same meaning share a row there.</param>
/// <param name="Hint">What to try next, in any criterion; null where only the criterion knows.</param>
internal sealed record VerdictRow(Verdict Verdict, VerdictKind Kind, string Title, string Meaning, string? Hint = null);
