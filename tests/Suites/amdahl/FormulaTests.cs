namespace ConcurrencyKatas.Amdahl.Suite;

[TestFixture]
public sealed class FormulaTests
{
    private const string Criterion = "formula";

    [TestCase(1, 1.0)]
    [TestCase(2, 1.818)]
    [TestCase(4, 3.077)]
    [TestCase(8, 4.706)]
    [Category(Criterion)]
    public void The_examples_of_the_page_come_out(int cores, double speedup) =>
        Claim.That(Math.Round(Album.Speedup(10, 90, cores), 3) == speedup, Wording.Law);

    [Test, Category(Criterion)]
    public void Any_ratio_on_any_number_of_cores()
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 200; i++)
        {
            long serial = draw.Next(1, 1_000), parallel = draw.Next(1, 100_000);
            var cores = draw.Next(1, 5_000);
            Agrees(serial, parallel, cores);
        }
    }

    /// <summary>Up to a century of microseconds, on any number of cores: no int holds them, and no long holds their product.</summary>
    [Test, Category(Criterion)]
    public void Large_figures_are_the_same_ratio()
    {
        var draw = Inputs.Draw();
        for (var i = 0; i < 50; i++)
            Agrees(draw.NextInt64(1, 1L << (30 + (i % 22))), draw.NextInt64(1, 1L << 51), draw.Next(1, i % 2 == 0 ? 100_000 : int.MaxValue));
    }

    [Test, Category(Criterion)]
    public void Nothing_serial_is_as_fast_as_there_are_cores_and_nothing_parallel_as_one()
    {
        var draw = Inputs.Draw();
        var cores = draw.Next(2, 500);
        Claim.That(Math.Abs(Album.Speedup(0, draw.Next(1, 999), cores) - cores) < 1e-6, Wording.Law);
        Claim.That(Math.Abs(Album.Speedup(draw.Next(1, 999), 0, cores) - 1) < 1e-6, Wording.Law);
    }

    private static void Agrees(long serial, long parallel, int cores)
    {
        var time = serial + ((decimal)parallel / cores);
        var law = (double)((serial + (decimal)parallel) / time);
        Claim.That(Math.Abs(Album.Speedup(serial, parallel, cores) - law) <= 1e-6 * law, Wording.Law);
    }
}
