namespace Grader.Records;

/// <summary>What a student gets for all katas.</summary>
/// <param name="Student">The student's folder name.</param>
/// <param name="Katas">In the order of grading.json.</param>
/// <param name="Notes">What the instructor should know about the folder itself.</param>
internal sealed record StudentGrade(string Student, IReadOnlyList<KataGrade> Katas, IReadOnlyList<string> Notes);
