using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>The budget of the explorer: a number of schedules and a seed, never a time.</summary>
internal sealed record Exploration(
    [property: Description("Schedules tried for each test that is explored; 1 or more.")]
    int Schedules = 200,
    [property: Description("Where random choices start; the same seed gives the same verdicts.")]
    int Seed = 1);
