namespace Judge.Protocol;

/// <summary>Asks a judge to try what a hostile submission would, and to tell how far it came.</summary>
/// <param name="Secret">A file that it must not be able to read.</param>
/// <param name="Stranger">The number of a process that it must not be able to signal: the grader's.</param>
internal sealed record ProbePlan(string Secret, int Stranger);
