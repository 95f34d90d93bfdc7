using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen.Suite;

[TestFixture]
public sealed class MoreCooksTests
{
    private const string Criterion = "more-cooks";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Six_vegetables_take_three_seconds([Values(2, 3)] int cooks)
    {
        var home = new Home(6, cooks);

        await Lunch.CookAsync(home, 6, cooks);

        Claim.That(home.Elapsed == 3 * Second, Wording.Long);
    }

    /// <summary>The first cut is the long one, whoever makes it: with halves, or with batches of two, it takes 4 s.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_long_cut_holds_up_nobody_else()
    {
        var home = new Home(4, 2) { Cut = number => number == 0 ? 3 * Second : Second };

        await Lunch.CookAsync(home, 4, 2);

        Claim.That(home.IsEachChoppedOnce, Wording.Once);
        Claim.That(home.Elapsed == 3 * Second, Wording.Idle);
    }

    /// <summary>On two cores, which is no reason to have two cooks: a cut that waits for something needs no core.</summary>
    [Test, Interleaved(Schedules = 60, Cores = 2), Category(Criterion)]
    public async Task As_many_are_under_the_knife_as_there_are_cooks([Values(2, 3, 5)] int cooks)
    {
        var draw = Inputs.Draw();
        foreach (var vegetables in (int[])[draw.Next(1, cooks), cooks, cooks + draw.Next(1, 3)])
        {
            var home = new Home(vegetables, cooks);

            await Lunch.CookAsync(home, vegetables, cooks);

            Claim.That(home.IsEachChoppedOnce, Wording.Once);
            Claim.That(home.Cuts.Peak <= cooks, Wording.Crowd);
            Claim.That(home.Cuts.Peak == Math.Min(cooks, vegetables), Wording.Few);
        }
    }

    /// <summary>Which vegetable is next is the cooks' affair, so the time that hands lay idle is counted.</summary>
    [Test, Interleaved(Schedules = 60, Cores = 8), Category(Criterion)]
    public async Task No_cook_stands_idle_whatever_the_lengths([Values(2, 3, 4)] int cooks)
    {
        var cuts = Inputs.Draw().Durations(cooks + 3);
        var home = new Home(cuts.Length, cooks) { Cut = number => cuts[number] };

        await Lunch.CookAsync(home, cuts.Length, cooks);

        Claim.That(home.IsEachChoppedOnce, Wording.Once);
        Claim.That(home.UnderWay == 0, Wording.Early);
        Claim.That(home.Cuts.Peak <= cooks, Wording.Crowd);
        Claim.That(home.Cuts.Idle == TimeSpan.Zero, Wording.Idle);
    }

    /// <summary>Nothing takes any time, so every order of everything can be met.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_is_chopped_once_when_all_happens_at_one_instant()
    {
        var home = new Home(3, 2) { Cut = _ => TimeSpan.Zero };

        await Lunch.CookAsync(home, 3, 2);

        Claim.That(home.IsEachChoppedOnce, Wording.Once);
    }

    [Test, Interleaved(Cores = 8), Category(Criterion)]
    public async Task Two_kitchens_have_each_cooks_of_their_own()
    {
        Home few = new(6, 2), many = new(9, 3);

        await Task.WhenAll(Task.Run(() => Lunch.CookAsync(few, 6, 2)), Task.Run(() => Lunch.CookAsync(many, 9, 3)));

        Claim.That(few.Cuts.Peak <= 2 && many.Cuts.Peak <= 3, Wording.Crowd);
        Claim.That(many.Elapsed == 3 * Second, Wording.Kitchens);
    }

    /// <summary>Chopping as a computation, on simulated cores: there a wait costs nothing, and only what is divided is faster.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "NotParallel")]
    public void On_as_many_cores_as_cooks_the_work_is_divided([Values(2, 4)] int cores)
    {
        var draw = Inputs.Draw();
        var vegetables = 48 + draw.Next(10);
        var rounds = draw.Next(4_000, 5_000);
        var plain = Cores.Run(1, () =>
        {
            var kitchen = new Factory(rounds, vegetables);
            for (var vegetable = 0; vegetable < vegetables; vegetable++)
                kitchen.Chop(vegetable);
        });
        var factory = new Factory(rounds, vegetables);

        var profile = Cores.Run(cores, () => Lunch.CookAsync(factory, vegetables, cores).GetAwaiter().GetResult());

        Claim.That(factory.IsEachChoppedOnce, Wording.Once);

        // What cannot be divided evenly: the last round of cuts.
        var share = (vegetables + cores - 1) / cores * (plain.Work / vegetables);
        Claim.That(profile.Makespan <= 1.15 * share, Wording.Makespan(cores, profile));
    }

    /// <summary>A kitchen in which nothing is waited for, and chopping is a loop.</summary>
    private sealed class Factory(int rounds, int vegetables) : IKitchen
    {
        private readonly Tally _chopped = new(vegetables);
        private readonly int[] _pieces = new int[vegetables * 32];

        public bool IsEachChoppedOnce => _chopped.IsOnceEach;

        public Task BoilAsync() => Task.CompletedTask;

        public Task RoastAsync() => Task.CompletedTask;

        public void Chop(int vegetable)
        {
            _chopped.Add(vegetable);
            var pieces = vegetable;
            for (var round = 0; round < rounds; round++)
                pieces = (pieces * 31) + round;
            _pieces[vegetable * 32] = pieces;
        }
    }
}
