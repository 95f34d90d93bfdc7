using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen.Suite;

/// <summary>Whether what is left is still chopped after a failure is up to the submission; that nothing is left under way is not.</summary>
[TestFixture]
public sealed class EveryWayOutTests
{
    private const string Criterion = "every-way-out";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public enum Place
    {
        Pot,
        Oven,
        Cut,
    }

    /// <summary>Early, when all the others are still under way, and late, when they are not.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task A_failure_comes_out_as_it_is_when_nothing_is_under_way([Values] Place place, [Values] bool isLate)
    {
        var failure = new IOException("it is broken");
        var (pot, oven) = place switch
        {
            Place.Pot => (isLate ? 20 * Second : Second / 2, 2.2 * Second),
            Place.Oven => (3.3 * Second, isLate ? 20 * Second : Second / 2),
            Place.Cut => (3.3 * Second, 2.2 * Second),
        };
        var bad = isLate ? 3 : 0;

        await Fails(
            new Home(4, 2)
            {
                Boiling = pot,
                Roasting = oven,
                BadPot = place == Place.Pot ? failure : null,
                BadOven = place == Place.Oven ? failure : null,
                BadCut = number => place == Place.Cut && number == bad ? failure : null,
            },
            4,
            2,
            failure);
    }

    /// <summary>An appliance may fail before it has given back a task: then there is nothing to await, and the other one may be on already.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task A_failure_before_there_is_a_task_leaves_nothing_on([Values(Place.Pot, Place.Oven)] Place place, [Values(0, 2)] int vegetables)
    {
        var failure = new InvalidOperationException("it does not light");

        await Fails(
            new Home(vegetables, 1) { IsHasty = true, BadPot = place == Place.Pot ? failure : null, BadOven = place == Place.Oven ? failure : null },
            vegetables,
            1,
            failure);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Of_several_failures_one_comes_out([Values] bool atOneInstant)
    {
        Exception[] failures = [new IOException("pot"), new TimeoutException("oven"), new InvalidOperationException("knife")];

        await Fails(
            new Home(2, 2)
            {
                Boiling = 2 * Second,
                Roasting = atOneInstant ? 2 * Second : 4 * Second,
                Cut = _ => atOneInstant ? 2 * Second : 3 * Second,
                BadPot = failures[0],
                BadOven = failures[1],
                BadCut = number => number == 0 ? failures[2] : null,
            },
            2,
            2,
            failures);
    }

    /// <summary>Elsewhere it says that somebody cancelled. Nobody did: it is a failure like any other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task An_appliance_that_gives_up_by_itself_has_failed([Values(Place.Pot, Place.Cut)] Place place)
    {
        var failure = new OperationCanceledException("out of gas");
        var home = new Home(3, 1) { BadPot = place == Place.Pot ? failure : null, BadCut = number => place == Place.Cut && number == 1 ? failure : null };

        var seen = await Caught.ByAsync(() => Lunch.CookAsync(home, 3, 1));

        Claim.That(seen is OperationCanceledException, Wording.Failure);
        Claim.That(home.UnderWay == 0, Wording.LeftOn);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_failure_stays_in_its_own_kitchen()
    {
        var failure = new IOException("pot");
        Home bad = new(2, 1) { BadPot = failure }, good = new(2, 1);

        var both = await Task.WhenAll(Caught.ByAsync(() => Lunch.CookAsync(bad, 2, 1)), Caught.ByAsync(() => Lunch.CookAsync(good, 2, 1)));
        var later = await Caught.ByAsync(() => Lunch.CookAsync(new Home(1, 1), 1, 1));

        Claim.That(ReferenceEquals(both[0], failure), Wording.Failure);
        Claim.That(both[1] is null && later is null, Wording.Another);
    }

    private static async Task Fails(Home home, int vegetables, int cooks, params Exception[] failures)
    {
        Task? lunch = null;
        var seen = await Caught.ByAsync(() => lunch = Lunch.CookAsync(home, vegetables, cooks));
        var underWay = home.UnderWay;
        var afterwards = await home.Activity.AfterwardsAsync();

        Claim.That(failures.Contains(seen), Wording.Failure);
        Claim.That(lunch is not null, Wording.NoTask);
        Claim.That(home.IsNothingDoneTwice, Wording.Again);
        Claim.That(underWay == 0, Wording.LeftOn);
        Claim.That(afterwards == 0, Wording.Afterwards);
    }
}
