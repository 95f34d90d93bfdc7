using Grader.Configuration;
using Judge;

namespace Grader.Reporting;

/// <summary>One criterion of one kata, in the order of grading.json.</summary>
/// <param name="Title">The criterion's name for people.</param>
/// <param name="Message">What went wrong; empty when accepted.</param>
/// <param name="Hint">What to try next; absent when accepted.</param>
/// <param name="Location">Absent when unknown.</param>
/// <param name="Schedule">What <c>grader replay</c> takes; empty when there is no counterexample.</param>
/// <param name="Interleaving">The counterexample as a table in text; empty when there is none.</param>
/// <param name="Schedules">Schedules tried.</param>
/// <param name="Seconds">Wall time; the only field here that may differ between two runs.</param>
/// <param name="Story">The counterexample as data; absent when there is none.</param>
/// <param name="Timeline">What ran on which simulated core from when to when; absent unless the criterion failed by what was counted there.</param>
/// <param name="NotTimed">True where another criterion's failure cost the points and nothing was timed; else absent.</param>
/// <param name="Visibility">When a front end that can hide it shows it to students; absent for always.</param>
internal sealed record ReportCriterion(
    string Id,
    string Title,
    Verdict Verdict,
    double Score,
    double MaxScore,
    string Message,
    string? Hint,
    ReportLocation? Location,
    string Schedule,
    string Interleaving,
    int Schedules,
    double Seconds,
    Visibility? Visibility = null,
    ReportStory? Story = null,
    ReportTimeline? Timeline = null,
    bool? NotTimed = null);
