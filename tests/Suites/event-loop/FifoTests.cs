using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

[TestFixture]
public sealed class FifoTests
{
    private const string Criterion = "fifo";

    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public void Callbacks_run_in_the_order_of_the_calls_on_the_thread_of_Run([Values(1, 4, 9)] int count)
    {
        var draw = Inputs.Draw();
        bool[] posted = [.. Enumerable.Range(0, count).Select(_ => draw.Next(2) == 0)];
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"{i}")];
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            for (var i = 0; i < count; i++)
            {
                var name = names[i];
                if (posted[i])
                    loop.Post(state => journal.Note($"{state}"), name);
                else
                    loop.CallSoon(name, () => journal.Note(name));
            }

            loop.CallSoon("end", end);
        });

        Claim.That(journal.Order.SequenceEqual(names), Wording.Order);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_callback_that_calls_waits_for_its_turn([Values] bool posts)
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallSoon("first", () =>
            {
                if (posts)
                    loop.Post(_ => journal.Note("inner"), null);
                else
                    loop.CallSoon("inner", () => journal.Note("inner"));
                loop.CallSoon("end", end);
                journal.Note("first");
            });
            loop.CallSoon("second", () => journal.Note("second"));
        });

        Claim.That(journal.Order is ["first", "second", "inner"], Wording.Inline);
    }

    [Test, Interleaved, Category(Criterion)]
    public void What_main_calls_waits_until_main_waits()
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunUntil(end =>
        {
            loop.CallSoon("callback", () => journal.Note("callback"));
            loop.CallSoon("end", end);
            journal.Note("main");
        });

        Claim.That(journal.Order is ["main", "callback"], Wording.Inline);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_threads_that_post_at_once_lose_nothing([Values] bool post)
    {
        var journal = new Journal();
        var loop = new EventLoop();
        Thread[] threads = [];
        var left = 4;

        loop.RunUntil(end => threads =
        [
            .. ((string[])["a", "b"]).Select(thread => Ways.Started(() =>
            {
                for (var i = 1; i <= 2; i++)
                {
                    var name = $"{thread}{i}";
                    Action callback = () =>
                    {
                        journal.Note(name);
                        if (Interlocked.Decrement(ref left) == 0)
                            end();
                    };
                    if (post)
                        loop.Post(_ => callback(), null);
                    else
                        loop.CallSoon(name, callback);
                }
            })),
        ]);
        foreach (var thread in threads)
            thread.Join();

        var order = journal.Order;
        Claim.That(order.Order(StringComparer.Ordinal).SequenceEqual(["a1", "a2", "b1", "b2"]), Wording.Lost);
        Claim.That(Array.IndexOf(order, "a1") < Array.IndexOf(order, "a2"), Wording.Order);
        Claim.That(Array.IndexOf(order, "b1") < Array.IndexOf(order, "b2"), Wording.Order);
        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    /// <summary>A loop that holds its lock while it calls somebody stops everybody who wants to post.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Others_can_post_while_a_callback_runs([Values] Way way)
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.RunOne(way, "asks", () => Ways.Started(() => loop.CallSoon("answer", () => journal.Note("answer"))).Join());
        loop.RunWhatIsThere();

        Claim.That(journal.Order is ["answer"], Wording.Lost);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Whoever_awaits_comes_back_to_the_thread_of_Run()
    {
        var journal = new Journal();
        var loop = new EventLoop();

        loop.Run(async () =>
        {
            await Task.Yield();
            journal.Note("after a yield");
            await Task.Run(() => { });
            journal.Note("after the pool");
            await Task.Delay(Ways.Milliseconds(Inputs.Draw().Next(5, 20)));
            journal.Note("after a delay");
        });

        Claim.That(journal.IsAllOn(Environment.CurrentManagedThreadId), Wording.Thread);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_loops_at_once_run_what_is_theirs()
    {
        Journal mine = new(), other = new();
        EventLoop first = new(), second = new();
        var thread = 0;
        var runs = Ways.Started(() =>
        {
            thread = Environment.CurrentManagedThreadId;
            Use(second, other);
        });
        Use(first, mine);
        runs.Join();

        Claim.That(mine.Order is ["1", "2"] && other.Order is ["1", "2"], Wording.Shared);
        Claim.That(mine.IsAllOn(Environment.CurrentManagedThreadId) && other.IsAllOn(thread), Wording.Shared);
    }

    private static void Use(EventLoop loop, Journal journal) => loop.RunUntil(end =>
    {
        loop.CallSoon("1", () => journal.Note("1"));
        loop.CallSoon("2", () => journal.Note("2"));
        loop.CallSoon("end", end);
    });
}
