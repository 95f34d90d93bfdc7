using System.Diagnostics;
using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.StripedCounter;

[TestFixture]
public sealed class StripedCounterTests
{
    private const int Gates = 8;

    [Test, Interleaved(Schedules = 20)]
    public void Everybody_is_counted_also_by_gates_that_are_closed_again()
    {
        HotCounter stadium = new(), museum = new();

        for (var gate = 0; gate < 20; gate++)
        {
            var thread = new Thread(() => stadium.Add(3_000_000_000));
            thread.Start();
            thread.Join();
        }

        stadium.Add(-7);
        museum.Add(1);
        stadium.Total.ShouldBe(59_999_999_993, "20 gates counted 3,000,000,000 each and are closed again; then 7 went home. All of it belongs to the total.");
        museum.Total.ShouldBe(1, "Each counter counts for itself.");
    }

    [Test, Interleaved]
    public async Task Gates_that_count_at_once_lose_nobody()
    {
        var counter = new HotCounter();

        await Task.WhenAll(Task.Run(() => Enter(10)), Task.Run(() => Enter(1)), Task.Run(() => Enter(5)));

        counter.Total.ShouldBe(32, "Two gates wrote to the same place at once, and one overwrote what the other had added.");

        void Enter(int people)
        {
            counter.Add(people);
            counter.Add(people);
        }
    }

    [Test, Interleaved]
    public async Task A_total_in_between_has_all_that_came_before_and_nothing_that_did_not_come()
    {
        var counter = new HotCounter();
        counter.Add(100);

        var gate = Task.Run(() =>
        {
            counter.Add(20);
            counter.Total.ShouldBe(120, "A thread that has added something finds it in the total.");
            counter.Add(3);
        });
        var seen = await Task.Run(() => counter.Total);
        await gate;

        seen.ShouldBeOneOf([100, 120, 103, 123], "100 were in before the read began. Of the 20 and the 3 that came meanwhile, each counts as a whole or not yet.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Gates_seldom_take_anything_from_one_another()
    {
        const int Adds = 1_000;
        var profile = Open(Adds);
        profile.Transfers.ShouldBeLessThan(
            Gates * Adds * 3 / 10,
            $"So often did a lock or a cache line go from one core to another for {Gates * Adds:N0} adds. Let each gate count in a place of its own, and mind how "
            + "far apart these places lie: a cache line is 64 bytes, and moves as a whole.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void All_cores_are_at_work() => Open(1_000).Parallelism.ShouldBeGreaterThan(
        0.87 * Gates, $"That is how many of {Gates} cores were at work on average. One thread adds for all the others, or they wait for one another.");

    /// <summary>It passes as it is, and shows what the kata is about: people wait for a lock that everybody holds for one second.</summary>
    [TestCase(5, 10)]
    [TestCase(10, 45)]
    [Interleaved(Schedules = 5)]
    public void With_one_lock_for_all_twice_as_many_people_wait_four_times_as_long(int people, int seconds)
    {
        var turnstile = new Lock();
        var waited = TimeSpan.Zero;
        var threads = Enumerable.Range(0, people).Select(_ => new Thread(() =>
        {
            var watch = Stopwatch.StartNew();
            lock (turnstile)
            {
                waited += watch.Elapsed;
                Thread.Sleep(TimeSpan.FromSeconds(1));
            }
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        waited.TotalSeconds.ShouldBe(seconds, "The first waits for nobody, the second for 1 s, the third for 2 s: n · (n − 1) / 2 seconds together.");
    }

    private static ParallelProfile Open(int adds) => Cores.Run(Gates, () =>
    {
        var counter = new HotCounter();
        var threads = Enumerable.Range(0, Gates).Select(_ => new Thread(() =>
        {
            for (var person = 0; person < adds; person++)
                counter.Add(1);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        counter.Total.ShouldBe(Gates * adds, "What is not in the total has not been counted, however fast it was.");
    });
}
