using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Amdahl.Suite;

[TestFixture]
public sealed class SpeedupTests
{
    private const string Criterion = "speedup";

    /// <summary>How far a speedup may be from what the law says.</summary>
    private const double Tolerance = 0.08;

    /// <summary>The README's ratio, one of halves, and one that is nearly all parallel, where every other serial step shows.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "NotParallel")]
    public void It_is_as_fast_as_the_law_allows([Values(10, 50, 0)] int serial, [Values(1, 2, 4, 8)] int cores)
    {
        var draw = Inputs.Draw();
        var share = serial == 0 ? draw.Next(1, 4) : serial;
        Holds(Shape.Of(64, share, 100 - share, draw), cores, draw.Next());
    }

    /// <summary>Other numbers of negatives, and of cores; each core gets as many as the others.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "NotParallel")]
    public void It_is_for_other_films_and_other_cores([Values(3, 5, 6)] int cores)
    {
        var draw = Inputs.Draw();
        var share = draw.Next(5, 40);
        Holds(Shape.Of(cores * draw.Next(4, 8), share, 100 - share, draw), cores, draw.Next());
    }

    /// <summary>One negative for each core, or two.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "NotParallel")]
    public void It_is_for_films_that_are_short([Values(2, 4, 8)] int cores, [Values(1, 2)] int each)
    {
        var draw = Inputs.Draw();
        var share = draw.Next(5, 40);
        Holds(Shape.Of(cores * each, share, 100 - share, draw), cores, draw.Next());
    }

    /// <summary>
    /// Films that do not divide by the cores: the last round is shared by fewer cores than there are, and by one alone only when one negative is left.
    /// </summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "NotParallel")]
    public void It_is_for_films_that_do_not_divide_by_the_cores([Values(3, 5, 8)] int cores)
    {
        var draw = Inputs.Draw();
        var share = draw.Next(5, 20);
        Holds(Shape.Of((cores * draw.Next(3, 6)) + cores - 1, share, 100 - share, draw), cores, draw.Next());
    }

    private static void Holds(Shape shape, int cores, int seed)
    {
        var plain = Cores.Run(1, new Darkroom(shape, seed).Plain).Work;
        var serial = Cores.Run(1, new Darkroom(shape, seed).SerialPart).Work;
        var rounds = (shape.Negatives + cores - 1) / cores;
        var law = plain / (serial + ((plain - serial) * rounds / (double)shape.Negatives));

        var darkroom = new Darkroom(shape, seed);
        var profile = Cores.Run(cores, () => Album.Make(darkroom), new CoresOptions { DataRaces = false });

        Claim.That(darkroom.Developed.IsOnceEach && darkroom.Serial.IsOnceEach && darkroom.IsComplete, Wording.Steps);
        Claim.That(profile.Work <= (1 + Tolerance) * plain, Wording.ExtraWork);
        var speedup = plain / (double)profile.Makespan;
        Claim.That(speedup >= (1 - Tolerance) * law, Wording.TooSlow(cores, speedup, law));
        Claim.That(speedup <= (1 + Tolerance) * law, Wording.TooFast);
    }
}
