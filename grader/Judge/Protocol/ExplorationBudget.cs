namespace Judge.Protocol;

/// <summary>How long to search for a failing schedule: a number of schedules and a seed, never a time.</summary>
/// <param name="Schedules">Schedules to try for each test, 1 or more, unless the test itself says another number.</param>
/// <param name="Seed">Seed of every random choice.</param>
internal sealed record ExplorationBudget(int Schedules, int Seed);
