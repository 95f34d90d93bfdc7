using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Grader.Configuration;

/// <summary>The whole of <c>grading.json</c>.</summary>
internal sealed record Grading(
    [property: Description("How many schedules are tried, and from which seed.")]
    Exploration Exploration,
    [property: Description("What one judge process may use, unless a kata says otherwise.")]
    Limits Limits,
    [property: Description("Every kata, in the order of the reports.")]
    IReadOnlyList<Kata> Katas,
    [property: Description("What a late kata costs; nothing unless given.")]
    LatePolicy? Late = null,
    [property: Description("Which of several attempts counts, when earlier reports are given.")]
    AttemptsPolicy Attempts = AttemptsPolicy.Last,
    [property: Description("Where editors find the JSON Schema.")]
    [property: JsonPropertyName("$schema")] string? Schema = null)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "grading.json";
}
