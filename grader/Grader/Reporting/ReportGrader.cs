namespace Grader.Reporting;

/// <summary>Which grader made the report.</summary>
/// <param name="Version">Of the grader.</param>
/// <param name="Seed">Where random choices started.</param>
/// <param name="Schedules">Schedules tried for each explored test.</param>
/// <param name="Suites">SHA-256 of all hidden suites, in lower-case hexadecimal.</param>
internal sealed record ReportGrader(string Version, int Seed, int Schedules, string Suites);
