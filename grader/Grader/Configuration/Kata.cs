using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>One kata: what is handed in, and what it is worth.</summary>
internal sealed record Kata(
    [property: Description("The slug, which is also the folder's name: lost-update.")]
    string Id,
    [property: Description("The name of its code and assembly: LostUpdate.")]
    string Name,
    [property: Description("The name for people.")]
    string Title,
    [property: Description("The only files that are read from a student's folder.")]
    IReadOnlyList<string> Files,
    [property: Description("The sum of the criteria's points.")]
    decimal Points,
    [property: Description("What is asked, in the order of the reports.")]
    IReadOnlyList<Criterion> Criteria,
    [property: Description("Limits that differ from the common ones.")]
    LimitOverrides? Limits = null,
    [property: Description("When this kata is due, if not when the late policy says.")]
    DateTimeOffset? Due = null,
    [property: Description("What the kata allows or forbids beyond the common policy.")]
    KataPolicy? Policy = null,
    [property: Description("Hints for certain verdicts in all criteria of this kata: { \"DataRace\": \"…\" }.")]
    IReadOnlyDictionary<string, string>? Hints = null,
    [property: Description("Its row in the list of katas; it is not listed unless given.")]
    Lesson? Lesson = null);
