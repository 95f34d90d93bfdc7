using Judge;

namespace Grader.Reporting.Comparing;

/// <summary>One kata of one student in two reports.</summary>
/// <param name="Id">The kata's slug.</param>
/// <param name="Was">Points in the earlier report; null when the kata was not in it.</param>
/// <param name="Now">Points in this one; null when the kata is no longer in it.</param>
/// <param name="VerdictWas">The verdict in the earlier report.</param>
/// <param name="VerdictNow">The verdict in this one.</param>
internal sealed record KataChange(string Id, double? Was, double? Now, Verdict? VerdictWas, Verdict? VerdictNow);
