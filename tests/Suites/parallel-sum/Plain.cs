using Interleaving;

namespace ConcurrencyKatas.ParallelSum.Suite;

/// <summary>What the plain loop needs for a sum, on one core: work is held against it from both sides.</summary>
internal static class Plain
{
    /// <summary>Of its work, what every answer has to do…</summary>
    private const double Least = 0.95;

    /// <summary>…and what it may do: dividing, and a call or two more for each term.</summary>
    private const double Most = 1.25;

    public static long Work(int n, Terms terms) => Cores.Run(1, () => Terms.Sequential(n, terms.Of)).Work;

    public static void Claims(long work, long plain)
    {
        Claim.That(work >= Least * plain, Wording.NoWork);
        Claim.That(work <= Most * plain, Wording.ExtraWork);
    }
}
