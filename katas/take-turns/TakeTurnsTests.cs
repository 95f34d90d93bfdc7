using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns;

// Under [Interleaved] the clock is virtual: Thread.Sleep(10) stands for exactly 10 ms of computing, and takes no time of yours.
[TestFixture]
public sealed class TakeTurnsTests
{
    [Test, Interleaved]
    public void Every_voucher_is_handled_once_and_in_order()
    {
        var handled = new List<int>();

        Window.Run(async _ => (await Counter.HandleAsync([3, 1, 2, 3], Handle)).ShouldBe(900, "The result is the sum of what handle returned for all vouchers."));

        handled.ShouldBe([3, 1, 2, 3], "Each voucher is handled once, in the order of the list.");

        long Handle(int voucher)
        {
            handled.Add(voucher);
            return voucher * 100;
        }
    }

    [Test, Interleaved]
    public void Who_waits_for_the_window_is_served_before_100_ms()
    {
        var watch = Stopwatch.StartNew();
        TimeSpan? served = null;

        Window.Run(async window =>
        {
            window.Post(_ => served = watch.Elapsed, null);
            await Counter.HandleAsync([1, 2, 3, 4], _ => Compute(50));
        });

        served.ShouldNotBeNull("Somebody stood at the window before the first voucher, and all vouchers were handled before it was their turn.");
        served.Value.ShouldBeLessThan(TimeSpan.FromMilliseconds(100),
            "Somebody stood at the window before the first voucher. After 50 ms of vouchers it was their turn.");
    }

    [TestCase(1), TestCase(10), TestCase(50), Interleaved]
    public void Nobody_waits_for_100_ms(int milliseconds)
    {
        var longest = TimeSpan.Zero;

        Window.Run(async window =>
        {
            await Counter.HandleAsync([.. Enumerable.Range(1, 150 / milliseconds)], _ => Compute(milliseconds));
            longest = window.LongestTurn;
        });

        longest.ShouldBeLessThan(TimeSpan.FromMilliseconds(100),
            "The window was held for 100 ms or more without a break. An await of something that is finished already goes "
            + "straight on; to give way, there must be something to wait for.");
    }

    [Test, Interleaved]
    public void A_hundred_vouchers_of_10_ms_take_exactly_a_second_and_20_turns_at_most()
    {
        var watch = Stopwatch.StartNew();
        var turns = 0;

        Window.Run(async window =>
        {
            await Counter.HandleAsync([.. Enumerable.Range(1, 100)], _ => Compute(10));
            turns = window.Turns;
        });

        watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(1), "Giving way costs no time by itself: a pause is not a turn.");
        turns.ShouldBeGreaterThanOrEqualTo(10, "A second of computing, and hardly anybody else got a turn.");
        turns.ShouldBeLessThanOrEqualTo(22,
            "One turn for each 50 ms of computing makes 20, plus one at each end. Go by the watch, not by the number of vouchers.");
    }

    [Test, Interleaved]
    public void Every_voucher_is_handled_on_the_thread_of_the_loop()
    {
        var threads = new List<int>();

        Window.Run(async _ =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            await Counter.HandleAsync([.. Enumerable.Range(1, 10)], Handle);
        });

        threads.Distinct().Count().ShouldBe(1, "What the vouchers touch belongs to the loop's thread, and handle was called on a different one.");

        long Handle(int voucher)
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return Compute(50);
        }
    }

    [Test, Interleaved]
    public void Cancelled_between_two_vouchers_it_begins_no_other()
    {
        var begun = 0;
        using var cancellation = new CancellationTokenSource();

        Window.Run(async _ =>
        {
            var seen = await Should.ThrowAsync<OperationCanceledException>(
                () => Counter.HandleAsync([1, 2, 3, 4, 5], Handle, cancellation.Token), "Cancelled is not done: the caller must see it.");
            seen.CancellationToken.ShouldBe(cancellation.Token, "The exception carries the token of the caller.");
        });

        begun.ShouldBe(3, "The token was cancelled during the third voucher, and yet another one began.");

        long Handle(int voucher)
        {
            if (++begun == 3)
                cancellation.Cancel();
            return Compute(10);
        }
    }

    [Test, Interleaved]
    public void A_failure_comes_out_as_it_was_thrown()
    {
        var begun = 0;
        var failure = new InvalidOperationException("This voucher is from last year.");

        Window.Run(async _ =>
        {
            var seen = await Should.ThrowAsync<InvalidOperationException>(
                () => Counter.HandleAsync([1, 2, 3, 4], Handle), "handle failed, and the caller must hear of it.");
            seen.ShouldBeSameAs(failure, "The caller should get the exception that handle threw.");
        });

        begun.ShouldBe(2, "After the failure, no further voucher may begin.");

        long Handle(int voucher) => ++begun == 2 ? throw failure : Compute(50);
    }

    private static long Compute(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return milliseconds;
    }

    /// <summary>A loop: one thread takes one callback after another from one queue. It measures how long each holds the thread.</summary>
    private sealed class Window : SynchronizationContext
    {
        private readonly Queue<Action> _callbacks = [];
        private readonly Stopwatch _turn = Stopwatch.StartNew();
        private TimeSpan _longest;

        /// <summary>How many callbacks were posted so far.</summary>
        public int Turns { get; private set; }

        /// <summary>The longest time for which one callback held the thread, this one included.</summary>
        public TimeSpan LongestTurn => _turn.Elapsed > _longest ? _turn.Elapsed : _longest;

        public static void Run(Func<Window, Task> main)
        {
            var window = new Window();
            var outer = Current;
            SetSynchronizationContext(window);
            try
            {
                var done = main(window);
                done.ContinueWith(_ => window.Post(_ => { }, null), TaskScheduler.Default);
                while (!done.IsCompleted)
                {
                    var callback = window.Take();
                    window._turn.Restart();
                    callback();
                }

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
                Turns++;
                _callbacks.Enqueue(() => d(state));
                Monitor.Pulse(_callbacks);
            }
        }

        private Action Take()
        {
            _longest = LongestTurn;
            lock (_callbacks)
            {
                while (_callbacks.Count == 0)
                    Monitor.Wait(_callbacks);
                return _callbacks.Dequeue();
            }
        }
    }
}
