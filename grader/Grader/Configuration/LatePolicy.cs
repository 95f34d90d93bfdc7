using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>What a late kata costs. When each came is told by <c>--submitted</c>, never guessed from files or commits.</summary>
internal sealed record LatePolicy(
    [property: Description("When katas are due, unless a kata says otherwise: 2026-12-01T23:59:00+01:00.")]
    DateTimeOffset Due,
    [property: Description("Taken off the points for each day that was begun after the time and its grace; 0 to 100.")]
    decimal PercentPerDay,
    [property: Description("Minutes after the time that cost nothing; 0 or more.")]
    int GraceMinutes = 0,
    [property: Description("The most that is taken off; 0 to 100.")]
    decimal AtMostPercent = 100);
