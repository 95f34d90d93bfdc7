namespace ConcurrencyKatas;

/// <summary>Where a hidden test takes its figures from, so that no submission can know them.</summary>
internal static class Inputs
{
    /// <summary>
    /// The same numbers in every execution of one run, since an exploration compares executions; others in a run with another
    /// seed (the test parameter "seed", which the judge sets).
    /// </summary>
    public static Random Draw() => new(TestContext.Parameters.Get("seed", 1));
}
