using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen.Suite;

[TestFixture]
public sealed class OneCookTests
{
    private const string Criterion = "one-cook";

    [Test, Interleaved, Category(Criterion)]
    public async Task Six_vegetables_take_six_seconds()
    {
        var home = new Home(6, 1);

        await Lunch.CookAsync(home, 6, 1);

        Claim.That(home.Elapsed == TimeSpan.FromSeconds(6), Wording.OneCook);
    }

    /// <summary>No two lengths end together. From one vegetable, when the pot is the longest, to many.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task It_takes_as_long_as_the_knife_or_the_pot([Values(1, 2, 5)] int vegetables)
    {
        var cuts = Inputs.Draw().Durations(vegetables);
        var home = new Home(vegetables, 1) { Cut = number => cuts[number] };
        var chopping = TimeSpan.FromTicks(cuts.Sum(cut => cut.Ticks));

        await Lunch.CookAsync(home, vegetables, 1);

        Claim.That(home.IsEachChoppedOnce, Wording.Once);
        Claim.That(home.UnderWay == 0, Wording.Early);
        Claim.That(home.Cuts.Peak == 1, Wording.OnePair);
        Claim.That(home.Elapsed == (chopping > home.Boiling ? chopping : home.Boiling), Wording.OneCook);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_kitchens_have_each_a_cook_of_their_own()
    {
        Home here = new(4, 1), there = new(5, 1);

        // Each is ordered by somebody else: whether the caller is kept is asked elsewhere.
        await Task.WhenAll(Task.Run(() => Lunch.CookAsync(here, 4, 1)), Task.Run(() => Lunch.CookAsync(there, 5, 1)));

        Claim.That(here.IsEachChoppedOnce && there.IsEachChoppedOnce, Wording.OnceInKitchens);
        Claim.That(here.Cuts.Peak == 1 && there.Cuts.Peak == 1, Wording.OnePair);
        Claim.That(there.Elapsed == TimeSpan.FromSeconds(5), Wording.Kitchens);
    }
}
