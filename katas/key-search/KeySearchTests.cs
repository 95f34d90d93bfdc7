using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.KeySearch;

[TestFixture]
public sealed class KeySearchTests
{
    private const long Huge = 60_339_831_552_000;
    private const int Few = 4_000;

    [Test, Interleaved(Schedules = 1)]
    public void The_first_key_that_opens_is_found()
    {
        Locksmith.FindFirst(new Book(0), _ => true).ShouldBe(-1, "There are no keys, so none opens.");
        Locksmith.FindFirst(new Book(1), _ => true).ShouldBe(0, "The only key opens.");
        Locksmith.FindFirst(new Book(30_240 / 8), key => Book.Try(key) is 2_700 or 3_000).ShouldBe(2_700, "Two keys open; this is the first.");
        Locksmith.FindFirst(new Book(100), _ => false).ShouldBe(-1, "No key opens.");
    }

    [Test, Interleaved(Cores = 2)]
    public void The_lowest_key_wins_whoever_is_first()
    {
        var found = Locksmith.FindFirst(new Book(4), key =>
        {
            var index = Book.Try(key);
            Thread.Sleep((int)(40 - (10 * index))); // the later, the sooner
            return index is 1 or 3;
        });

        found.ShouldBe(1, "Keys 1 and 3 open. In this interleaving 3 was found before 1, but the lower index counts.");
    }

    [Test, Interleaved(Schedules = 1)]
    public void The_lowest_key_wins_in_a_larger_book()
    {
        Cores.Run(4, () => Locksmith.FindFirst(new Book(Few), key =>
        {
            var index = Book.Try(key);
            for (var turn = 0; index == 1_100 && turn < 3_000; turn++)
                Book.Mix(turn); // here the lock sticks
            return index is 1_100 or 1_900 or 3_500;
        }).ShouldBe(1_100, "Several keys open, and a later one was found sooner. A core that is still trying lower keys must go on."));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void Four_cores_search_near_the_front()
    {
        var (size, at) = IsCheap() ? (Huge, 50_000) : (Few, Few / 2);
        var plain = Cores.Run(1, () => PlainLoop(new Book(size), at)).Work;
        var profile = Cores.Run(4, () => Locksmith.FindFirst(new Book(size), key => Book.Try(key) == at));
        profile.Makespan.ShouldBeLessThan(plain * 125 / 400,
            $"Of four cores, {profile.Parallelism:0.0} were at work on average; the plain loop needs {plain:N0} units. All cores should try keys near the "
            + "front: use small parts, and let each free core take the next one.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void It_stops_soon_and_makes_no_key_that_it_does_not_try()
    {
        const int At = 700, Most = At + 1 + (2 * 1_024);
        Tally made = new(Few), tried = new(Few);
        Cores.Run(2, () => Locksmith.FindFirst(new Book(Few, made), key =>
        {
            var index = Book.Try(key);
            tried.Add((int)index);
            return index == At;
        }));

        tried.Total.ShouldBeLessThanOrEqualTo(Most, $"This many keys were tried, although key {At} opens: cores that search behind it must stop soon.");
        Enumerable.Range(0, Few).Count(index => tried[index] > 1).ShouldBe(0, "This many keys were tried more than once.");
        made.Total.ShouldBe(tried.Total, "The number of keys made is not the number of keys tried: make each key when it is tried, and only then.");
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false)]
    public void What_the_cores_share_is_touched_seldom()
    {
        const int At = 3_000;
        var profile = Cores.Run(4, () => Locksmith.FindFirst(new Book(Few), key => Book.Try(key) == At));
        profile.Spawned.ShouldBeGreaterThan(0, "Only the caller does any work: start something that other cores can do.");
        profile.Spawned.ShouldBeLessThan(At / 10, $"This many tasks and threads were started for about {At:N0} keys.");
        profile.Transfers.ShouldBeLessThan(At / 10,
            $"This is how often a lock or a cache line went from one core to another for about {At:N0} keys. Take many keys at a time.");
    }

    private static long PlainLoop(Book book, long at)
    {
        for (long index = 0; index < book.Count; index++)
        {
            if (Book.Try(book[index]) == at)
                return index;
        }

        return -1;
    }

    /// <summary>An answer that goes through a whole book is shown with a small one: a huge one would take for ever.</summary>
    private static bool IsCheap()
    {
        var made = new Tally(Few);
        var sample = Cores.Run(2, () => Locksmith.FindFirst(new Book(Few, made), key => Book.Try(key) == 10));
        return made.Total < Few && sample.Spawned < Few / 10;
    }

    /// <summary>A book of keys, each of which takes a while to make and to try.</summary>
    private sealed class Book(long count, Tally? made = null) : IKeys
    {
        public long Count => count;

        public string this[long index]
        {
            get
            {
                made?.Add((int)index);
                return $"{index}-{Mix(index)}";
            }
        }

        /// <summary>Turns the rings, and tells which key it was.</summary>
        public static long Try(string key)
        {
            var index = long.Parse(key.AsSpan(0, key.IndexOf('-', StringComparison.Ordinal)));
            Mix(index);
            return index;
        }

        public static long Mix(long value)
        {
            for (var round = 0; round < 14; round++)
                value = ((value * 31) ^ (value >> 7)) & int.MaxValue;
            return value;
        }
    }
}
