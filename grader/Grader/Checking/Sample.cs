using Grader.Records;

namespace Grader.Checking;

/// <summary>A submission of ours with what should become of it.</summary>
/// <param name="Name">As the check prints it: <c>lost-update/faults/no-lock</c>.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Expected">What should become of it; null when its header does not say.</param>
/// <param name="Problem">What is wrong with its header; empty when nothing.</param>
internal sealed record Sample(string Name, Submission Submission, Expectation? Expected, string Problem = "");
