using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen.Suite;

[TestFixture]
public sealed class WaitsOverlapTests
{
    private const string Criterion = "waits-overlap";

    [Test, Interleaved, Category(Criterion)]
    public async Task Pot_and_oven_take_three_seconds()
    {
        var home = new Home(0, 1);

        await Lunch.CookAsync(home, 0, 1);

        Claim.That(home.Elapsed == TimeSpan.FromSeconds(3), Wording.Appliances);
    }

    /// <summary>Whichever is the longer one; and no number of cooks makes a pot boil faster.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Pot_and_oven_take_as_long_as_the_longer_one([Values(1, 2, 4)] int cooks)
    {
        var times = Inputs.Draw().Durations(2);
        var home = new Home(0, cooks) { Boiling = times[0], Roasting = times[1] };

        await Lunch.CookAsync(home, 0, cooks);

        Claim.That(home.PutOn == 2, Wording.Twice);
        Claim.That(home.UnderWay == 0, Wording.Early);
        Claim.That(home.Elapsed == times.Max(), Wording.Appliances);
    }

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task Both_are_on_before_the_first_cut([Values(1, 2, 3)] int cooks)
    {
        var vegetables = Inputs.Draw().Next(1, 4);
        var home = new Home(vegetables, cooks) { Cut = _ => TimeSpan.Zero };

        await Lunch.CookAsync(home, vegetables, cooks);

        Claim.That(home.IsAllOnBeforeTheFirstCut, Wording.NotOn);
        Claim.That(home.PutOn == 2, Wording.Twice);
    }

    /// <summary>The appliances need longer than the knives: it is ready when they are.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task It_is_ready_when_the_longer_appliance_is([Values] bool isThePot)
    {
        TimeSpan minute = TimeSpan.FromMinutes(1), second = TimeSpan.FromSeconds(1);
        var home = new Home(2, 1) { Boiling = isThePot ? minute : second, Roasting = isThePot ? second : minute };

        await Lunch.CookAsync(home, 2, 1);

        Claim.That(home.UnderWay == 0, Wording.Early);
        Claim.That(home.Elapsed == minute, Wording.Appliances);
    }
}
