namespace Grader.Records;

/// <summary>A submission that is ready to be judged.</summary>
/// <param name="Submission">What was handed in.</param>
/// <param name="Compilation">Its compiled forms.</param>
/// <param name="Woven">Its woven form.</param>
/// <param name="Suite">The hidden suite to judge it by.</param>
internal sealed record Prepared(Submission Submission, Compilation Compilation, Woven Woven, Suite Suite) : Readiness;
