using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.StripedCounter.Suite;

[TestFixture]
public sealed class ExactTests
{
    private const string Criterion = "exact";

    [Test, Interleaved(Schedules = 1), Category(Criterion)]
    public void Amounts_of_all_sizes_add_up()
    {
        var draw = Inputs.Draw();
        var counter = new HotCounter();
        long sum = 0;
        Claim.That(counter.Total == 0, Wording.Amounts);

        foreach (var amount in (long[])[draw.Next(1, 900), 0, -draw.Next(1_000, 2_000), draw.NextInt64(1L << 40, 1L << 50), -draw.NextInt64(1L << 33, 1L << 34), 1])
        {
            counter.Add(amount);
            sum += amount;
            Claim.That(counter.Total == sum, Wording.Amounts);
            Claim.That(counter.Total == sum, Wording.Unstable);
        }
    }

    [Test, Interleaved(Cores = 2, Schedules = 100), Category(Criterion)]
    public void Nobody_is_lost_at_gates_that_count_at_once([Values(2, 3)] int gates)
    {
        var draw = Inputs.Draw();
        var counter = new HotCounter();
        long[] amounts = [.. Enumerable.Range(0, gates).Select(_ => (long)draw.Next(-900, 900))];

        Gates.Open(Array.ConvertAll(amounts, amount => (Action)(() =>
        {
            counter.Add(amount);
            counter.Add(2 * amount);
        })));

        Claim.That(counter.Total == 3 * amounts.Sum(), Wording.NotTheSum);
    }

    [Test, Interleaved(Cores = 2, Schedules = 60), Category(Criterion)]
    public async Task Nobody_is_lost_by_tasks_after_what_their_starter_added()
    {
        var draw = Inputs.Draw();
        long before = draw.Next(1, 900), one = draw.Next(1, 900), other = draw.Next(1, 900);
        var counter = new HotCounter();

        counter.Add(before);
        await Task.WhenAll(Task.Run(() => counter.Add(one)), Task.Run(() => counter.Add(other)));
        counter.Add(before);

        Claim.That(counter.Total == (2 * before) + one + other, Wording.NotTheSum);
    }

    [Test, Interleaved(Cores = 2, Schedules = 60), Category(Criterion)]
    public void Two_counters_are_apart()
    {
        var draw = Inputs.Draw();
        long here = draw.Next(1, 900), there = draw.Next(1_000, 2_000);
        HotCounter one = new(), other = new();

        Gates.Open(
            () =>
            {
                one.Add(here);
                other.Add(there);
            },
            () =>
            {
                other.Add(there);
                one.Add(here);
            });

        Claim.That(one.Total == 2 * here && other.Total == 2 * there, Wording.Shared);
        Claim.That(new HotCounter().Total == 0, Wording.Shared);
    }

    [Test, Interleaved(Cores = 2, Schedules = 20, Strategy = Strategy.RandomWalk), Category(Criterion)]
    public void Threads_that_have_come_and_gone_are_counted_and_those_that_stayed() => ComeAndGo(129, 0, 64, 96, 100, 120, 128);

    [Test, Interleaved(Cores = 2, Schedules = 2, DataRaces = false), Category(Criterion)]
    public void A_thousand_threads_that_have_come_and_gone_are_counted() => ComeAndGo(1_000);

    /// <summary>
    /// Threads come one after the other. Those of them that <paramref name="stay"/> are so far apart that two of them use the same place,
    /// whatever number of places their ids are spread over. When all the others have gone, these add again, at once. A search that is complete
    /// would not come so far, so chance decides.
    /// </summary>
    private static void ComeAndGo(int threads, params int[] stay)
    {
        var draw = Inputs.Draw();
        int amount = draw.Next(1, 900), more = draw.Next(1_000, 2_000);
        var counter = new HotCounter();
        using ManualResetEventSlim all = new();
        var left = new List<Thread>();
        for (var number = 0; number < threads; number++)
        {
            if (Array.IndexOf(stay, number) < 0)
            {
                Gates.Open(() => counter.Add(amount));
                continue;
            }

            using ManualResetEventSlim counted = new();
            left.Add(new Thread(() =>
            {
                counter.Add(amount);
                counted.Set();
                all.Wait();
                counter.Add(more);
                counter.Add(more);
            }));
            left[^1].Start();
            counted.Wait();
        }

        all.Set();
        left.ForEach(thread => thread.Join());

        Claim.That(counter.Total == (threads * amount) + (2 * stay.Length * more), Wording.Gone);
    }
}
