namespace Grader.Policies;

/// <summary>What is said of a name of the platform.</summary>
/// <param name="Kind">Whether it may be used.</param>
/// <param name="Reason">Why not, in words that follow "because"; empty when it may.</param>
/// <param name="Instead">What to use in its place.</param>
internal sealed record Rule(RuleKind Kind, string Reason = "", string Instead = "")
{
    /// <summary>For what is on no list.</summary>
    public static Rule Unlisted { get; } = new(
        RuleKind.Refused,
        "it is not on the list of what a submission may use",
        "the language, collections, tasks and locks; if this kata needs it, ask whoever grades to allow it in grading.json");
}
