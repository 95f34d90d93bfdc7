namespace Grader.Reporting.Formats;

/// <summary>One way to write a report.</summary>
/// <param name="Name">What <c>--format</c> takes.</param>
/// <param name="Purpose">Who reads it, for the help.</param>
/// <param name="Render">Its files. Pure; throws <see cref="WrongUseException"/> when the input lacks what it needs.</param>
internal sealed record Format(string Name, string Purpose, Func<FormatInput, IEnumerable<ReportFile>> Render)
{
    /// <summary>Whether a student gets to see it, so that it may show nothing of a hidden test's values.</summary>
    public bool ForStudents { get; init; }
}
