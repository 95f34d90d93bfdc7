using System.ComponentModel;

namespace Grader.Configuration;

/// <summary>One thing that a kata asks for, worth points of its own.</summary>
internal sealed record Criterion(
    [property: Description("The category of its tests in the hidden suite: no-lost-update.")]
    string Id,
    [property: Description("What is asked, for people.")]
    string Title,
    [property: Description("What it is worth; 0 or more.")]
    decimal Points,
    [property: Description("Shown when a test of it fails: why, in the words of the idea, and what to try next.")]
    string Hint,
    [property: Description("A figure that decides in place of tests.")]
    Measure? Measure = null,
    [property: Description("The measured figure may not be above this.")]
    double? AtMost = null,
    [property: Description("The measured figure may not be below this.")]
    double? AtLeast = null,
    [property: Description("A C# expression over the measurements that scales the points, 0 to 1.")]
    string? Formula = null,
    [property: Description("When students see it, where a front end can hide it; always unless given.")]
    Visibility? Visibility = null,
    [property: Description("Hints for certain verdicts, in place of the common ones and of hint: { \"Deadlock\": \"…\" }.")]
    IReadOnlyDictionary<string, string>? Hints = null);
