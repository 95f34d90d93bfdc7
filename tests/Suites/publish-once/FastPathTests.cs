using System.Diagnostics;
using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.PublishOnce.Suite;

[TestFixture]
public sealed class FastPathTests
{
    private const string Criterion = "fast-path";

    private const int Readers = 4;
    private const int Reads = 10_000;

    /// <summary>What a read may cost, in loop rounds and calls: the loop around it is one, and it is one call itself.</summary>
    private const int Most = 8;

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Many_reads_of_a_number_move_nothing()
    {
        var number = Inputs.Draw().Next(1, 900);
        Holds(() => new Once<int>(() => number), value => value);
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Many_reads_of_an_object_move_nothing()
    {
        var text = new string('x', Inputs.Draw().Next(1, 900));
        Holds(() => new Once<string>(() => text), value => value.Length);
    }

    /// <summary>Whoever makes null again and again is told so by <see cref="OnceTests"/>.</summary>
    [Test, Interleaved(Schedules = 1, DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public void Many_reads_of_null_move_nothing()
    {
        var maker = new Maker<string?>(_ => null);
        var once = new Once<string?>(maker.Create);
        _ = once.Value;
        _ = once.Value;
        if (maker.Tries == 1)
            Holds(() => new Once<string?>(() => null), value => value is null ? 1 : 0);
    }

    /// <summary>Nobody holds a reader up, whoever else is reading.</summary>
    [Test, Interleaved(DataRaces = false), Category(Criterion), Property("verdict", "TooSlow")]
    public async Task A_read_of_what_is_there_takes_no_time()
    {
        var once = new Once<int>(() => 7);
        _ = once.Value;
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Task.Run(() => once.Value), Task.Run(() => once.Value));

        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.Waited);
    }

    private static void Holds<T>(Func<Once<T>> make, Func<T, int> weigh)
    {
        var reads = IsCostly(make) ? Reads / 100 : Reads;
        long sum = 0;
        var weight = 0;
        var profile = Cores.Run(
            Readers,
            () =>
            {
                var once = make();
                weight = weigh(once.Value);
                var sums = new long[Readers];
                Parallel.For(0, Readers, reader =>
                {
                    long own = 0;
                    for (var read = 0; read < reads; read++)
                        own += weigh(once.Value);
                    sums[reader] = own;
                });
                sum = sums.Sum();
            },
            new CoresOptions { DataRaces = false });

        Claim.That(sum == (long)Readers * reads * weight, Wording.NotTheValue);
        Claim.That(profile.Transfers < Readers * reads / 100, Wording.Transfers);
        Claim.That(profile.Work < (long)Most * Readers * reads, Wording.Work);
    }

    /// <summary>A costly read is a costly simulation, so it is asked for a hundred times on each core.</summary>
    private static bool IsCostly<T>(Func<Once<T>> make)
    {
        var sample = Cores.Run(
            2,
            () =>
            {
                var once = make();
                Parallel.For(0, 2, reader =>
                {
                    for (var read = 0; read < 100; read++)
                        _ = once.Value;
                });
            },
            new CoresOptions { DataRaces = false });
        return sample.Transfers > 20 || sample.Spawned > 20;
    }
}
