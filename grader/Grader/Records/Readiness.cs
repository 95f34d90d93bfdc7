using Judge;

namespace Grader.Records;

/// <summary>What became of a submission before anything of it ran: <see cref="Prepared"/> or <see cref="Rejected"/>.</summary>
internal abstract record Readiness;

/// <summary>A submission that never runs.</summary>
/// <param name="Verdict">Why, in a word.</param>
/// <param name="Findings">What was found, each with its place and the mend.</param>
internal sealed record Rejected(Verdict Verdict, IReadOnlyList<Finding> Findings) : Readiness;
