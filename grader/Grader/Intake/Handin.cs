using Grader.Records;

namespace Grader.Intake;

/// <summary>One student's folder, as found.</summary>
/// <param name="Student">Its name.</param>
/// <param name="Submissions">One for each kata that is graded, in the order of grading.json.</param>
/// <param name="Notes">What the instructor should know about the folder itself.</param>
internal sealed record Handin(string Student, IReadOnlyList<Submission> Submissions, IReadOnlyList<string> Notes);
