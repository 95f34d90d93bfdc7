using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 6 s means exactly 6 s.
[TestFixture]
public sealed class ColdCoroutineTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Three_made_first_and_awaited_one_by_one_take_six_seconds()
    {
        var watch = Stopwatch.StartNew();
        var soup = new Coroutine<string>("soup", () => CookAsync("soup", 2));
        var salad = new Coroutine<string>("salad", () => CookAsync("salad", 1));
        var stew = new Coroutine<string>("stew", () => CookAsync("stew", 3));

        string[] meals = [await soup, await salad, await stew];

        meals.ShouldBe(["soup", "salad", "stew"], "Each await gets what its body returned.");
        watch.Elapsed.ShouldBe(6 * Second,
            "Each body starts when it is awaited, and the next is awaited when it is done: 2 + 1 + 3 s. Three seconds mean that all "
            + "were cooking before the first guest sat down.");
    }

    [Test, Interleaved]
    public async Task Nothing_runs_before_the_await()
    {
        var runs = 0;
        var coroutine = new Coroutine<int>("count", () => Task.FromResult(++runs));

        await Task.Delay(Second);
        coroutine.State.ShouldBe(CoroutineState.Created, "Nobody has awaited it yet.");
        runs.ShouldBe(0, "Nobody has awaited it, but the body has run. Reading the state is not an await.");

        await coroutine;
        runs.ShouldBe(1, "The await starts the body.");
        coroutine.State.ShouldBe(CoroutineState.Finished, "After it has been awaited, it is finished.");
    }

    [Test, Interleaved]
    public async Task Two_threads_that_await_at_once_share_one_run()
    {
        var runs = 0;
        var coroutine = new Coroutine<object>("stew", CookAsync);

        var meals = await Task.WhenAll(Task.Run(async () => await coroutine), Task.Run(async () => await coroutine));

        Volatile.Read(ref runs).ShouldBe(1, "Two guests sat down at the same moment, and the stew was cooked for each of them: \"has nobody started it?\" and \"then I do\" must be one step.");
        meals[0].ShouldBeSameAs(meals[1], "Both get the result of the one run.");

        async Task<object> CookAsync()
        {
            Interlocked.Increment(ref runs);
            await Task.Delay(Second);
            return new object();
        }
    }

    [TestCase(true), TestCase(false), Interleaved]
    public async Task Everybody_gets_the_very_exception(bool atOnce)
    {
        var runs = 0;
        var failure = new InvalidOperationException("The stew is burnt.");
        var coroutine = new Coroutine<string>("stew", () => atOnce ? throw Burnt() : BurnAsync());

        for (var guest = 1; guest <= 2; guest++)
        {
            var seen = await Should.ThrowAsync<InvalidOperationException>(async () => await coroutine, "The body failed, so everybody who awaits must get the exception.");
            seen.ShouldBeSameAs(failure, "Everybody gets the exception that the body threw.");
            coroutine.State.ShouldBe(CoroutineState.Finished, "A body that failed has ended.");
        }

        runs.ShouldBe(1, "A body that failed is not run again.");

        Exception Burnt()
        {
            runs++;
            return failure;
        }

        async Task<string> BurnAsync()
        {
            await Task.Delay(Second);
            throw Burnt();
        }
    }

    [Test, Interleaved]
    public void The_body_runs_where_it_is_awaited()
    {
        var threads = new List<int>();
        var states = new List<CoroutineState?>();

        Loop.Run(async () =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            Coroutine<int>? coroutine = null;
            coroutine = new Coroutine<int>("stew", async () =>
            {
                threads.Add(Environment.CurrentManagedThreadId);
                states.Add(coroutine?.State);
                await Task.Delay(Second);
                threads.Add(Environment.CurrentManagedThreadId);
                states.Add(coroutine?.State);
                return 1;
            });
            await coroutine;
        });

        threads.Distinct().Count().ShouldBe(1, "The body was awaited on a loop, so all of it must run on that loop's thread.");
        states.ShouldBe([CoroutineState.Running, CoroutineState.Running], "Inside the body, the coroutine is running.");
    }

    [Test, Interleaved]
    public async Task What_was_never_awaited_is_reported_once()
    {
        var reported = new List<string>();
        var forgotten = new Coroutine<string>("salad", () => CookAsync("salad", 1), reported.Add);
        var eaten = new Coroutine<string>("soup", () => CookAsync("soup", 1), reported.Add);

        await eaten;
        eaten.Dispose();
        forgotten.Dispose();
        forgotten.Dispose();

        reported.ShouldBe(["salad"], "The salad was never awaited, but the soup was. Each is reported once at most, however often Dispose is called.");
    }

    private static async Task<string> CookAsync(string meal, int seconds)
    {
        await Task.Delay(seconds * Second);
        return meal;
    }

    /// <summary>The smallest loop there is: one thread takes one callback after another from one queue.</summary>
    private sealed class Loop : SynchronizationContext
    {
        private readonly Queue<Action> _callbacks = [];

        public static void Run(Func<Task> main)
        {
            var loop = new Loop();
            var outer = Current;
            SetSynchronizationContext(loop);
            try
            {
                var done = main();
                done.ContinueWith(_ => loop.Post(_ => { }, null), TaskScheduler.Default);
                while (!done.IsCompleted)
                    loop.Take()();
                done.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_callbacks)
            {
                _callbacks.Enqueue(() => d(state));
                Monitor.Pulse(_callbacks);
            }
        }

        private Action Take()
        {
            lock (_callbacks)
            {
                while (_callbacks.Count == 0)
                    Monitor.Wait(_callbacks);
                return _callbacks.Dequeue();
            }
        }
    }
}
