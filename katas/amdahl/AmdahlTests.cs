using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Amdahl;

[TestFixture]
public sealed class AmdahlTests
{
    [TestCase(1, 1.0)]
    [TestCase(2, 1.818)]
    [TestCase(4, 3.077)]
    [TestCase(8, 4.706)]
    public void A_tenth_that_is_serial_costs_more_with_each_core(int cores, double speedup) =>
        Album.Speedup(serial: 10, parallel: 90, cores).ShouldBe(
            speedup, 0.001, "On n cores the serial part takes as long as before, and the parallel part takes 1/n of its time.");

    [TestCase(5, 9)]
    [TestCase(9, 81)]
    [TestCase(10, 0)]
    public void No_number_of_cores_makes_it_ten_times_as_fast(int speedup, int cores) =>
        Album.CoresFor(serial: 10, parallel: 90, speedup).ShouldBe(
            cores, "A tenth of the time is serial and stays: however many cores there are, it is never quite ten times as fast.");

    // Under [Interleaved] the clock is virtual: developing takes seconds there, and none of yours.
    [Test, Interleaved(Cores = 3)]
    public void The_film_is_unpacked_first_and_the_album_is_bound_last()
    {
        var darkroom = new SmallDarkroom();

        Album.Make(darkroom);

        darkroom.Steps.Total.ShouldBe(5, "Unpacked once, three negatives developed once each, bound once.");
        darkroom.Album.ShouldBe(["print 0", "print 1", "print 2"], "The album shows every print once, in the order of the negatives.");
    }

    [TestCase(2, 1.818)]
    [TestCase(4, 3.077)]
    [TestCase(8, 4.706)]
    [Interleaved(Schedules = 1, DataRaces = false)]
    public void The_album_is_done_as_fast_as_the_law_allows(int cores, double speedup)
    {
        var profile = Cores.Run(cores, () => Album.Make(new BusyDarkroom(serial: 10, parallel: 90)));

        (profile.Work / (double)profile.Makespan).ShouldBe(
            speedup,
            speedup * 0.08,
            $"A tenth of the work is serial, so {cores} cores can do it {speedup} times as fast. If it is slower, something else is serial, too.");
    }

    private sealed class SmallDarkroom : IDarkroom
    {
        /// <summary>What was done: 0 is unpacking, 1 binding, 2 and above are the negatives.</summary>
        public Tally Steps { get; } = new(5);

        public string[] Album { get; private set; } = [];

        public int Unpack()
        {
            Steps.Add(0);
            return 3;
        }

        public string Develop(int negative)
        {
            Steps[0].ShouldBe(1, "A negative was developed before the film was unpacked.");
            Thread.Sleep(TimeSpan.FromSeconds(3 - negative));
            Steps.Add(2 + negative);
            return $"print {negative}";
        }

        public void Bind(IReadOnlyList<string> prints)
        {
            Steps.Total.ShouldBe(4, "The album was bound before every negative had been developed once.");
            Steps.Add(1);
            Album = [.. prints];
        }
    }

    /// <summary>Everything takes work here, and no time: on simulated cores a round of a loop is one unit.</summary>
    private sealed class BusyDarkroom(int serial, int parallel) : IDarkroom
    {
        private const int Negatives = 64;

        public int Unpack()
        {
            Work(serial * 1_000);
            return Negatives;
        }

        public string Develop(int negative)
        {
            Work(parallel * 2_000 / Negatives);
            return "";
        }

        public void Bind(IReadOnlyList<string> prints) => Work(serial * 1_000);

        private static void Work(int rounds)
        {
            for (var round = 0; round < rounds; round++)
                _ = round;
        }
    }
}
