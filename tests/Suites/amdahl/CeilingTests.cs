namespace ConcurrencyKatas.Amdahl.Suite;

[TestFixture]
public sealed class CeilingTests
{
    private const string Criterion = "ceiling";

    [TestCase(1, 1)]
    [TestCase(5, 9)]
    [TestCase(9, 81)]
    [TestCase(10, 0)]
    [TestCase(11, 0)]
    [Category(Criterion)]
    public void The_examples_of_the_page_come_out(int speedup, int cores) =>
        Claim.That(Album.CoresFor(10, 90, speedup) == cores, Wording.Fewest);

    /// <summary>The fewest: one core less is too few, held with whole numbers.</summary>
    [Test, Category(Criterion)]
    public void One_core_less_is_not_enough()
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 200; i++)
        {
            long serial = draw.Next(1, 500), parallel = draw.Next(1, 50_000);
            var speedup = draw.Next(1, 120);
            var cores = Album.CoresFor(serial, parallel, speedup);
            if (speedup > 1 && serial + parallel <= speedup * serial)
                Claim.That(cores == 0, Wording.NotToBeHad);
            else
                Claim.That(IsEnough(serial, parallel, cores, speedup) && (cores == 1 || !IsEnough(serial, parallel, cores - 1, speedup)), Wording.Fewest);
        }
    }

    /// <summary>
    /// A number of cores is just enough, to the last unit of work, in figures of three sizes: with one unit less to divide it takes one core
    /// more. A double cannot tell the large ones apart, and products of them do not fit into a long.
    /// </summary>
    [Test, Category(Criterion)]
    public void Just_enough_is_enough([Values(1, 1_000_000_007, 10_000_000_000_007)] long unit)
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 50; i++)
        {
            int speedup = draw.Next(2, 90), cores = speedup + draw.Next(1, 400);
            long serial = (cores - speedup) * unit, parallel = (long)cores * (speedup - 1) * unit;
            Claim.That(Album.CoresFor(serial, parallel, speedup) == cores, Wording.Exactly);
            Claim.That(unit < 1_000_000 || Album.CoresFor(serial, parallel - 1, speedup) == cores + 1, Wording.Exactly);
            Claim.That(unit < 1_000_000 || Album.CoresFor(serial, parallel + 1, speedup) == cores, Wording.Exactly);
        }
    }

    /// <summary>At the limit no number is enough; just beyond it, a very large one is.</summary>
    [Test, Category(Criterion)]
    public void The_limit_itself_cannot_be_had()
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 50; i++)
        {
            long serial = draw.Next(1, 5_000);
            var speedup = draw.Next(2, 60);
            var parallel = (speedup - 1) * serial;
            Claim.That(Album.CoresFor(serial, parallel, speedup) == 0, Wording.NotToBeHad);
            Claim.That(Album.CoresFor(serial, parallel - 1, speedup) == 0, Wording.NotToBeHad);
            Claim.That(Album.CoresFor(serial, parallel + 1, speedup) == speedup * (parallel + 1), Wording.Exactly);

            long large = draw.NextInt64(1L << 50, 1L << 52);
            Claim.That(Album.CoresFor(large, (speedup - 1) * large, speedup) == 0, Wording.NotToBeHad);
            Claim.That(Album.CoresFor(large, ((speedup - 1) * large) - 1, speedup) == 0, Wording.NotToBeHad);
        }
    }

    [Test, Category(Criterion)]
    public void Nothing_serial_needs_as_many_as_the_speedup_and_nothing_parallel_cannot_be_faster()
    {
        var draw = Inputs.Draw();
        int speedup = draw.Next(2, 500), some = draw.Next(1, 900);
        Claim.That(Album.CoresFor(0, some, speedup) == speedup, Wording.Exactly);
        Claim.That(Album.CoresFor(some, 0, speedup) == 0, Wording.NotToBeHad);
        Claim.That(Album.CoresFor(some, 0, 1) == 1 && Album.CoresFor(0, some, 1) == 1, Wording.Fewest);
    }

    /// <summary>(s + p) / (s + p / n) ≥ k, without a division.</summary>
    private static bool IsEnough(long serial, long parallel, int cores, int speedup) =>
        cores > 0 && (Int128)cores * (serial + parallel) >= (Int128)speedup * ((cores * serial) + parallel);
}
