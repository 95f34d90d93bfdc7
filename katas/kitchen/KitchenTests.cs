using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Kitchen;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 6 s means exactly 6 s.
[TestFixture]
public sealed class KitchenTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Pot_and_oven_take_as_long_as_the_pot()
    {
        (await TimeOf(new Home(), vegetables: 0, cooks: 1)).ShouldBe(
            3 * Second,
            "The pot needs 3 s and the oven 2 s, and nobody has to stand beside either: put both on, then wait for both.");
    }

    [Test, Interleaved]
    public async Task One_cook_chops_while_it_boils()
    {
        var home = new Home();

        (await TimeOf(home, vegetables: 6, cooks: 1)).ShouldBe(
            6 * Second,
            "Six vegetables take one cook 6 s, while the pot boils and the oven roasts. A longer time means that the cook waited instead of chopping.");
        home.MostCutsAtOnce.ShouldBe(1, "There is one cook, who chops one vegetable at a time.");
        home.IsAllOnAtFirstCut.ShouldBeTrue("Put both on before anybody starts to chop: they do not need a cook, only time.");
    }

    [Test, Interleaved]
    public async Task Two_cooks_chop_twice_as_fast_and_no_pot_boils_faster()
    {
        var home = new Home();

        (await TimeOf(home, vegetables: 6, cooks: 2)).ShouldBe(3 * Second, "Two cooks chop six vegetables in 3 s. Is one of them doing something else?");
        home.MostCutsAtOnce.ShouldBe(2, "Two cooks chop two vegetables at the same time.");
        (await TimeOf(new Home(), vegetables: 6, cooks: 3)).ShouldBe(3 * Second, "A third cook chops too, but the pot still needs its 3 s.");
    }

    [Test, Interleaved]
    public async Task A_pumpkin_holds_up_the_cook_who_chops_it_and_nobody_else()
    {
        (await TimeOf(new Home { FirstCut = 3 * Second }, vegetables: 4, cooks: 2)).ShouldBe(
            3 * Second,
            "One cook chops a pumpkin for 3 s, and the other one the three carrots. 4 s means that a carrot waited for the cook with the pumpkin: "
            + "a cook whose hands are free takes the next vegetable.");
    }

    [Test, Interleaved]
    public async Task Whoever_orders_lunch_is_not_kept_waiting()
    {
        var watch = Stopwatch.StartNew();

        var lunch = Lunch.CookAsync(new Home(), vegetables: 2, cooks: 1);
        watch.Elapsed.ShouldBe(TimeSpan.Zero, "CookAsync blocked its caller's thread. Chopping needs a thread: take one from the pool.");

        await lunch;
    }

    [Test, Interleaved]
    public async Task A_failure_comes_out_when_nothing_is_under_way()
    {
        var watch = Stopwatch.StartNew();
        var failure = new IOException("The knife is broken.");

        var seen = await Should.ThrowAsync<IOException>(() => Lunch.CookAsync(new Home { Failure = failure }, vegetables: 1, cooks: 1));

        seen.ShouldBeSameAs(failure, "The failure should come out as it was thrown.");
        watch.Elapsed.ShouldBe(3 * Second, "The knife broke after 1 s, but the pot boils until 3 s: do not leave the kitchen with the pot on.");
    }

    private static async Task<TimeSpan> TimeOf(IKitchen kitchen, int vegetables, int cooks)
    {
        var watch = Stopwatch.StartNew();
        await Lunch.CookAsync(kitchen, vegetables, cooks);
        return watch.Elapsed;
    }

    private sealed class Home : IKitchen
    {
        private readonly Lock _lock = new();
        private int _on;
        private int _begun;
        private int _underTheKnife;

        public TimeSpan FirstCut { get; init; } = Second;

        public Exception? Failure { get; init; }

        public int MostCutsAtOnce { get; private set; }

        public bool IsAllOnAtFirstCut { get; private set; }

        public Task BoilAsync() => OnAsync(3 * Second);

        public Task RoastAsync() => OnAsync(2 * Second);

        public void Chop(int vegetable)
        {
            TimeSpan length;
            lock (_lock)
            {
                length = _begun++ == 0 ? FirstCut : Second;
                IsAllOnAtFirstCut = _begun == 1 ? _on == 2 : IsAllOnAtFirstCut;
                MostCutsAtOnce = Math.Max(MostCutsAtOnce, ++_underTheKnife);
            }

            Thread.Sleep(length);
            lock (_lock)
                _underTheKnife--;
            if (Failure is not null)
                throw Failure;
        }

        private async Task OnAsync(TimeSpan duration)
        {
            lock (_lock)
                _on++;
            await Task.Delay(duration);
        }
    }
}
