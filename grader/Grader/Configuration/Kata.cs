namespace Grader.Configuration;

/// <summary>One kata: what is handed in, and what it is worth.</summary>
/// <param name="Id">The slug, which is also the folder's name: <c>lost-update</c>.</param>
/// <param name="Name">The name of its code and assembly: <c>LostUpdate</c>.</param>
/// <param name="Title">The name for people.</param>
/// <param name="Files">The only files that are read from a student's folder.</param>
/// <param name="Points">The sum of the criteria's points.</param>
/// <param name="Criteria">What is asked, in the order of the reports.</param>
/// <param name="Limits">Limits that differ from the common ones.</param>
internal sealed record Kata(
    string Id,
    string Name,
    string Title,
    IReadOnlyList<string> Files,
    decimal Points,
    IReadOnlyList<Criterion> Criteria,
    LimitOverrides? Limits = null);
