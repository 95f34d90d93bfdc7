using Grader.Configuration;

namespace Grader.Records;

/// <summary>What one student handed in for one kata: the declared files' text, or why there is none.</summary>
/// <param name="Student">The student's folder name.</param>
/// <param name="Kata">The kata it answers.</param>
/// <param name="Files">The declared files, in the kata's order; empty when there is a problem.</param>
/// <param name="Problem">Why it cannot be read, and the mend; null when it can.</param>
internal sealed record Submission(string Student, Kata Kata, IReadOnlyList<SourceFile> Files, Finding? Problem = null);
