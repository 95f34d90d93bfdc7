using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.DeadlockOrder.Suite;

/// <summary>Lower numbers pay higher ones, so that nobody can stand in a circle.</summary>
[TestFixture]
public sealed class DisjointOverlapTests
{
    private const string Criterion = "disjoint-overlap";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public void Transfers_apart_take_as_long_as_the_longest([Values(2, 3, 4)] int pairs)
    {
        var times = Inputs.Draw().Durations(pairs);
        var watch = Stopwatch.StartNew();

        Village.AtOnce([.. times.Select((time, i) => (Action)(() => Bank.Transfer(new(2 * i << 16, 10), new((2 * i) + 1 << 16, 10), 5, Village.Stamp(time))))]);

        Claim.That(watch.Elapsed == times.Max(), Wording.Apart);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_pairs_take_a_second()
    {
        Account a = new(1, 10), b = new(2, 10), c = new(3, 10), d = new(4, 10);
        var watch = Stopwatch.StartNew();

        Village.AtOnce(() => Bank.Transfer(a, b, 5, Village.Stamp(Second)), () => Bank.Transfer(c, d, 5, Village.Stamp(Second)));

        Claim.That(watch.Elapsed == Second, Wording.Apart);
    }

    /// <summary>They pay from the same account, to the same account, or one pays to what the other pays from; and exactly one after the other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void With_a_common_account_one_comes_after_the_other([Values] NoLostMoneyTests.Shape shape)
    {
        var times = Inputs.Draw().Durations(2);
        Account a = new(1, 10), b = new(2, 10), c = new(3, 10);
        var stamping = new InFlight();
        bool one = false, two = false;
        var watch = Stopwatch.StartNew();

        Village.AtOnce(
            () => one = Bank.Transfer(a, shape == NoLostMoneyTests.Shape.IntoOne ? c : b, 5, Village.Stamp(times[0], stamping)),
            () => two = Bank.Transfer(shape == NoLostMoneyTests.Shape.OutOfOne ? a : b, c, 5, Village.Stamp(times[1], stamping)));

        Claim.That(one && two, Wording.Refused);
        Claim.That(stamping.Begun == 2, Wording.StampOnce);
        Claim.That(stamping.Peak == 1, Wording.Together);
        Claim.That(watch.Elapsed == times[0] + times[1], Wording.TooLate);
    }

    [Test, Interleaved, Category(Criterion)]
    public void To_oneself_is_stamped_like_any_other()
    {
        var account = new Account(1, 10);
        var stamping = new InFlight();
        bool oneself = false, another = false;
        var apart = TimeSpan.Zero;
        var watch = Stopwatch.StartNew();

        Village.AtOnce(
            () => oneself = Bank.Transfer(account, account, 5, Village.Stamp(Second, stamping)),
            () => another = Bank.Transfer(account, new(2, 0), 5, Village.Stamp(Second, stamping)),
            () =>
            {
                Bank.Transfer(new(3, 5), new(4, 0), 5, Village.Stamp(Second));
                apart = watch.Elapsed;
            });

        Claim.That(oneself && another, Wording.Refused);
        Claim.That(stamping.Begun == 2, Wording.StampOnce);
        Claim.That(stamping.Peak == 1, Wording.Together);
        Claim.That(apart == Second, Wording.Apart);
        Claim.That(watch.Elapsed == 2 * Second, Wording.TooLate);
    }

    /// <summary>One that is done frees two accounts, and somebody waits for each of them.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void Two_that_wait_for_the_same_one_go_on_together()
    {
        Account a = new(1, 10), b = new(2, 10), c = new(3, 10), d = new(4, 10);
        var watch = Stopwatch.StartNew();

        Village.AtOnce(
            () => Bank.Transfer(a, b, 5, Village.Stamp(Second)),
            () => Later(() => Bank.Transfer(a, c, 5, Village.Stamp(Second))),
            () => Later(() => Bank.Transfer(b, d, 5, Village.Stamp(Second))));

        Claim.That(watch.Elapsed >= 2 * Second, Wording.Together);
        Claim.That(watch.Elapsed == 2 * Second, Wording.BothFree);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Whoever_waits_holds_up_nobody_else()
    {
        Account a = new(1, 10), b = new(2, 10), c = new(3, 10);
        var apart = TimeSpan.Zero;

        Village.AtOnce(
            () => Bank.Transfer(a, b, 5, Village.Stamp(Second)),
            () => Later(() => Bank.Transfer(b, c, 5)),
            () => Later(() => Later(() =>
            {
                var watch = Stopwatch.StartNew();
                Bank.Transfer(new(4, 10), new(5, 10), 5);
                apart = watch.Elapsed;
            })));

        Claim.That(apart == TimeSpan.Zero, Wording.HeldUp);
    }

    private static void Later(Action act)
    {
        Thread.Sleep(TimeSpan.FromSeconds(0.25));
        act();
    }
}
