using Interleaving.NUnit;

namespace ConcurrencyKatas.StripedCounter.Suite;

[TestFixture]
public sealed class ParallelTests
{
    /// <summary>
    /// The total is read, too: whoever has put work off does it then, alone. There are so many adds that a few hundred places, made and read by one
    /// core, do not weigh.
    /// </summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("parallel"), Property("verdict", "NotParallel")]
    public void Every_core_adds_all_the_time([Values(2, 4, 8)] int cores)
    {
        var draw = Inputs.Draw();
        var adds = draw.Next(7_000, 9_000) / (Gates.IsCostly(cores) ? 6 : 1);
        var profile = Gates.Run(cores, adds, draw.Next(1, 900), pool: cores == 4, seed: cores == 8 ? draw.Next(1, 100) : 0);
        Claim.That(profile.Parallelism >= 0.87 * cores, Wording.Idle(cores, profile));
        Claim.That(profile.Work < (long)Gates.Most * cores * adds, Wording.Work);
    }
}
