using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.KeySearch.Suite;

[TestFixture]
public sealed class KeySearchSuite
{
    /// <summary>How many keys behind the hit a core may try: one part, however an answer cuts them.</summary>
    private const int Ahead = 1_024;

    [Test, Interleaved(Cores = 3), Category("first-in-order")]
    public void The_lowest_of_several_is_found_on_every_schedule([Values(2, 4, 7)] int count)
    {
        var draw = Inputs.Draw();
        var first = draw.Next(0, count - 1);
        var book = new Book(count, draw.Next(), count, first, count - 1, draw.Next(first + 1, count))
        {
            Trying = index => Thread.Sleep((int)(10 * (count - index))),
        };

        Claim.That(Locksmith.FindFirst(book, book.Opens) == first, Wording.NotTheFirst);
    }

    /// <summary>
    /// The two keys that open are in different parts, however an answer cuts them. At the same instant, both workers want to lower the lowest
    /// hit; otherwise one of them may be anywhere in its part, or about to begin it.
    /// </summary>
    [Test, Interleaved(Cores = 2, Schedules = 60), Category("first-in-order")]
    public void The_lower_of_two_in_different_parts_is_found([Values] bool atOnce)
    {
        var draw = Inputs.Draw();
        int first = draw.Next(20, 60), later = first + Ahead + draw.Next(1, 60);
        var book = new Book(later + 1, draw.Next(), 0, later, first)
        {
            Rounds = 0,
            Trying = index =>
            {
                if (atOnce && (index == first || index == later))
                    Thread.Sleep(10);
            },
        };

        Claim.That(Locksmith.FindFirst(book, book.Opens) == first, Wording.NotTheFirst);
    }

    [Test, Interleaved(Cores = 2), Category("first-in-order")]
    public void A_book_of_none_or_one_key_is_searched([Values] bool opens)
    {
        Book none = new(0, 1, 0), one = new(1, Inputs.Draw().Next(), 1, opens ? 0 : 1);

        Claim.That(Locksmith.FindFirst(none, none.Opens) == -1, Wording.None);
        Claim.That(Locksmith.FindFirst(one, one.Opens) == (opens ? 0 : -1), Wording.Seams);
    }

    [Test, Interleaved(Cores = 2), Category("first-in-order")]
    public void Two_searches_at_once_find_what_is_theirs()
    {
        var draw = Inputs.Draw();
        Book one = new(3, draw.Next(), 3, 2), other = new(4, draw.Next(), 4, 1, 3);
        long mine = 0, theirs = 0;
        var thread = new Thread(() => theirs = Locksmith.FindFirst(other, other.Opens));
        thread.Start();
        mine = Locksmith.FindFirst(one, one.Opens);
        thread.Join();

        Claim.That(mine == 2 && theirs == 1, Wording.Shared);
        Claim.That(Locksmith.FindFirst(one, _ => false) == -1, Wording.Shared);
    }

    /// <summary>
    /// All schedules are tried with a few keys; with many, those that open take long, so that whatever is behind them is found sooner.
    /// Whether two accesses are ordered is looked at, too.
    /// </summary>
    [Test, Interleaved(Schedules = 1), Category("first-in-order")]
    public void The_lowest_of_several_is_found_in_a_larger_book([Values(2, 4, 5)] int cores)
    {
        var draw = Inputs.Draw();
        for (var seed = 0; seed < 4; seed++)
        {
            var count = draw.Next(2_000, 4_000);
            long first = draw.Next(0, count / 2), near = first + draw.Next(1, 300), far = draw.Next((count / 2) + 300, count);
            var book = new Book(count, draw.Next(), 0, far, first, near)
            {
                Trying = index => Dawdle(index == first ? 60_000 : index == near ? 20_000 : 0),
            };
            long found = 0;
            Cores.Run(cores, () => found = Locksmith.FindFirst(book, book.Opens), new CoresOptions { Seed = seed });
            Claim.That(found == first, Wording.NotTheFirst);
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("first-in-order")]
    public void The_only_key_that_opens_is_found_wherever_it_is([Values(1, 3, 4)] int cores)
    {
        var draw = Inputs.Draw();
        int[] sizes = [2, 3, 17, 64, 100, draw.Next(200, 300), 1_000, draw.Next(1_500, 2_500)];
        foreach (var size in sizes)
        {
            foreach (var at in (int[])[0, size - 1, draw.Next(size), size])
            {
                var book = new Book(size, draw.Next(), 0, at);
                long found = 0;
                Cores.Run(cores, () => found = Locksmith.FindFirst(book, book.Opens));
                Claim.That(found == (at < size ? at : -1), at < size ? Wording.Seams : Wording.None);
            }
        }
    }

    [Test, Interleaved(Cores = 2), Category("first-in-order")]
    public void What_a_try_throws_comes_out([Values] bool making)
    {
        var draw = Inputs.Draw();
        var failure = new IOException("the lock broke");
        var at = draw.Next(0, 3);
        Action<long> fails = index =>
        {
            if (index == at)
                throw failure;
        };
        var book = making ? new Book(3, draw.Next(), 3) { Making = fails } : new Book(3, draw.Next(), 3) { Trying = fails };
        Exception? seen = null;
        try
        {
            Locksmith.FindFirst(book, book.Opens);
        }
        catch (Exception exception)
        {
            seen = exception;
        }

        Claim.That(
            ReferenceEquals(seen, failure)
            || (seen is AggregateException several && several.Flatten().InnerExceptions.All(inner => ReferenceEquals(inner, failure))),
            Wording.Failure);
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("parallel"), Property("verdict", "NotParallel")]
    public void All_cores_search_near_the_front([Values(2, 4, 8)] int cores)
    {
        var draw = Inputs.Draw();
        var isCostly = Search.IsCostly();
        var third = (int.Log2(cores) + draw.Next(3)) % 3; // each number of cores another one
        var at = isCostly ? draw.Next(2_000, 3_000) : 50_000 + (third * 16_000) + draw.Next(16_000);
        var seed = draw.Next();
        var plain = Search.Plain(seed, at);
        var book = new Book(isCostly ? 5_000 : Search.Huge, seed, 0, at);

        var profile = Search.Run(cores, book);

        Claim.That(profile.Work >= 0.95 * plain, Wording.NoWork);
        Claim.That(profile.Work <= (1.25 * plain) + ((double)plain / at * Ahead * cores), Wording.ExtraWork);
        Claim.That(profile.Makespan <= 1.25 * plain / cores, Wording.Idle(cores, profile));
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("stops-soon")]
    public void Little_behind_the_first_hit_is_tried([Values(1, 3, 4)] int cores)
    {
        var draw = Inputs.Draw();
        var isCostly = Search.IsCostly();
        foreach (var at in (int[])[0, draw.Next(300, 2_000), isCostly ? 50 : draw.Next(6_000, 9_000)])
        {
            var most = at + 1 + (Ahead * cores);
            var book = new Book(isCostly ? 9_000 : Search.Huge, draw.Next(), most, at);
            Search.Run(cores, book);
            Claim.That(Enumerable.Range(0, most).All(index => book.Tried[index] <= 1), Wording.TriedTwice);
            Claim.That(Enumerable.Range(0, at).All(index => book.Tried[index] == 1), Wording.LeftOut);
            Claim.That(book.Tried.Total <= most, Wording.TooFar);
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("stops-soon")]
    public void Every_key_is_tried_once_when_none_opens([Values(1, 3, 4)] int cores)
    {
        var draw = Inputs.Draw();

        // Of books that are divided evenly each key is counted: where the rest of an uneven division goes is for "first-in-order". The last of
        // them: arrangements of 5 of 10 symbols.
        var even = 1_024 * cores;
        int[] sizes = [1, 5, draw.Next(60, 600), even, draw.Next(3_000, 5_000), Search.IsCostly() ? 900 : 3 * even, cores == 3 && !Search.IsCostly() ? 30_240 : 900];
        foreach (var size in sizes)
        {
            var book = new Book(size, draw.Next(), size);
            Search.Run(cores, book);
            Claim.That(Enumerable.Range(0, size).All(index => book.Tried[index] <= 1), Wording.TriedTwice);
            Claim.That(size % even != 0 || book.Tried.IsOnceEach, Wording.LeftOut);
        }
    }

    [Test, Interleaved(Cores = 3), Category("stops-soon")]
    public async Task Nobody_tries_keys_after_the_end([Values] bool fails)
    {
        var activity = new Activity();
        var draw = Inputs.Draw();
        var book = new Book(6, draw.Next(), 6, 1)
        {
            Trying = index =>
            {
                activity.Note();
                Thread.Sleep((int)(10 * (index + 1)));
                activity.Note();
                if (fails && index == 0)
                    throw new IOException();
            },
        };

        await Caught.ByAsync(() => Task.Run(() => Locksmith.FindFirst(book, book.Opens)));

        Claim.That(await activity.AfterwardsAsync() == 0, Wording.AfterTheEnd);
    }

    /// <summary>The hit is in the first part, and somebody is in the middle of a part behind it, however an answer cuts them.</summary>
    [Test, Interleaved(Cores = 2, Schedules = 3), Category("stops-soon")]
    public async Task Nobody_is_in_a_part_behind_the_hit_after_the_end([Values] bool fails)
    {
        var activity = new Activity();
        var book = new Book(Ahead + 200, Inputs.Draw().Next(), 0, fails ? Ahead + 200 : 1)
        {
            Rounds = 0,
            Trying = index =>
            {
                activity.Note();
                Thread.Sleep(index == 1 ? 10 : 20);
                if (fails && index == 1)
                    throw new IOException();
            },
        };

        await Caught.ByAsync(() => Task.Run(() => Locksmith.FindFirst(book, book.Opens)));

        Claim.That(await activity.AfterwardsAsync() == 0, Wording.AfterTheEnd);
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("streams")]
    public void A_key_is_made_only_to_be_tried([Values(1, 2, 4)] int cores)
    {
        var draw = Inputs.Draw();
        var isCostly = Search.IsCostly();
        foreach (var at in (int[])[0, draw.Next(100, 1_000), isCostly ? 50 : draw.Next(3_000, 5_000)])
        {
            var book = new Book(isCostly ? 6_000 : Search.Huge, draw.Next(), 6_000, at);
            Search.Run(cores, book);
            Claim.That(Enumerable.Range(0, 6_000).All(index => book.Made[index] <= book.Tried[index]), Wording.InAdvance);
            Claim.That(book.Made.Total <= book.Tried.Total, Wording.InAdvance);
        }
    }

    [Test, Interleaved(Schedules = 1, DataRaces = false), Category("cheap"), Property("verdict", "TooSlow")]
    public void What_the_cores_share_is_touched_once_a_part_and_not_once_a_key()
    {
        var draw = Inputs.Draw();
        var at = Search.IsCostly() ? draw.Next(2_000, 3_000) : draw.Next(20_000, 30_000);
        var profile = Search.Run(4, new Book(at + 5_000, draw.Next(), 0, at));
        Claim.That(profile.Spawned > 0, Wording.Alone);
        Claim.That(profile.Spawned < at / 10, Wording.Spawned);
        Claim.That(profile.Transfers < at / 10, Wording.Transfers);
    }

    private static void Dawdle(int work)
    {
        for (var done = 0; done < work; done += 30)
            Book.Mix(done);
    }
}
