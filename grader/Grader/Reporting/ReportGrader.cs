using System.Text.Json.Serialization;

namespace Grader.Reporting;

/// <summary>Which grader made the report.</summary>
/// <param name="Version">Of the grader.</param>
/// <param name="Seed">Where random choices started.</param>
/// <param name="Schedules">Schedules tried for each explored test.</param>
/// <param name="Suites">SHA-256 of the sources of all hidden suites, in lower-case hexadecimal: the same for a clone and for a bundle of one commit.</param>
internal sealed record ReportGrader(string Version, int Seed, int Schedules, string Suites)
{
    /// <summary>Whether the report shows what hidden tests pass in: for staff, and not for students.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Revealed { get; init; }

    /// <summary>Which part of the class was graded, as <c>2/4</c>; absent for all of it.</summary>
    public string? Shard { get; init; }
}
