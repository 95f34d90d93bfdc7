namespace Grader.Configuration;

/// <summary>One thing that a kata asks for, worth points of its own.</summary>
/// <param name="Id">The category of its tests in the hidden suite: <c>no-lost-update</c>.</param>
/// <param name="Title">What is asked, for people.</param>
/// <param name="Points">What it is worth; 0 or more.</param>
/// <param name="Hint">Shown when it fails: why, in the words of the idea, and what to try next.</param>
/// <param name="Measure">A figure that decides in place of tests.</param>
/// <param name="AtMost">The measured figure may not be above this.</param>
/// <param name="AtLeast">The measured figure may not be below this.</param>
/// <param name="Formula">A C# expression over the measurements that scales the points, 0 to 1.</param>
internal sealed record Criterion(
    string Id,
    string Title,
    decimal Points,
    string Hint,
    Measure? Measure = null,
    double? AtMost = null,
    double? AtLeast = null,
    string? Formula = null);
