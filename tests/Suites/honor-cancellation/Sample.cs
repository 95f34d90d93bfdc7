namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>What most reports of the suite are about.</summary>
internal static class Sample
{
    /// <summary>Three pages, whose rows add up to 31.</summary>
    public static readonly int[][] Pages = [[3, 1, 4], [1, 5], [9, 2, 6]];
}
