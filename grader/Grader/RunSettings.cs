namespace Grader;

/// <summary>What a run was asked for.</summary>
/// <param name="Schedules">Schedules tried for each explored test; 1 or more.</param>
/// <param name="Seed">Where random choices start.</param>
/// <param name="Jobs">Judge processes at a time; 1 or more.</param>
internal sealed record RunSettings(int Schedules, int Seed, int Jobs)
{
    /// <summary>Whose all submissions are, which may then share judges; null when each is its student's.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether to tell what hidden tests pass in and what exceptions say: for their authors' eyes.</summary>
    public bool Reveal { get; init; }
}
