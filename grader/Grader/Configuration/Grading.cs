using System.Text.Json.Serialization;

namespace Grader.Configuration;

/// <summary>The whole of <c>grading.json</c>.</summary>
/// <param name="Exploration">How many schedules are tried, and from which seed.</param>
/// <param name="Limits">What one judge process may use, unless a kata says otherwise.</param>
/// <param name="Katas">Every kata, in the order of the reports.</param>
/// <param name="Schema">Where editors find the JSON Schema.</param>
internal sealed record Grading(
    Exploration Exploration,
    Limits Limits,
    IReadOnlyList<Kata> Katas,
    [property: JsonPropertyName("$schema")] string? Schema = null);
