namespace Grader.Reporting.Comparing;

/// <summary>One student in two reports.</summary>
/// <param name="Id">The student's id.</param>
/// <param name="Was">Points in the earlier report; null when the student was not in it.</param>
/// <param name="Now">Points in this one; null when the student is no longer in it.</param>
/// <param name="Katas">Those whose points or verdict changed, in the order of the reports.</param>
internal sealed record StudentChange(string Id, double? Was, double? Now, IReadOnlyList<KataChange> Katas)
{
    /// <summary>Points gained; below 0 when they fell, 0 for who is new or gone.</summary>
    public double Gain => Was is { } was && Now is { } now ? (double)((decimal)now - (decimal)was) : 0;
}
