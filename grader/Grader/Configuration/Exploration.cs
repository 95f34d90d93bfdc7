namespace Grader.Configuration;

/// <summary>The budget of the explorer: a number of schedules and a seed, never a time.</summary>
/// <param name="Schedules">Schedules tried for each test that is explored; 1 or more.</param>
/// <param name="Seed">Where random choices start; the same seed gives the same verdicts.</param>
internal sealed record Exploration(int Schedules = 200, int Seed = 1);
