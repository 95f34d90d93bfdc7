using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.TimeoutAndRetry;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class TimeoutAndRetryTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private static readonly RetryPolicy Policy = new(Tries: 4, PerTry: 2 * OneSecond, FirstPause: OneSecond, Deadline: 60 * OneSecond);

    [Test, Interleaved]
    public async Task Tries_that_fail_at_once_start_at_0_1_3_and_7_seconds()
    {
        var busy = new IOException("busy");
        var line = new Line((_, _) => Task.FromException<string>(busy));

        var run = Retry.RunAsync(line.CallAsync, Policy);
        await Task.WhenAny(run);

        line.Starts.ShouldBe([0, 1, 3, 7], "The pauses are 1 s, 2 s and 4 s: each is twice as long as the one before.");
        line.Now.ShouldBe(7, "After the last try there is nothing to wait for.");
        (await Should.ThrowAsync<IOException>(run)).ShouldBeSameAs(busy, "All tries have failed: the caller gets the exception of the last one.");
    }

    [Test, Interleaved]
    public async Task Tries_that_never_answer_are_cancelled_after_two_seconds()
    {
        var line = new Line(NobodyAnswersAsync);

        await Should.ThrowAsync<TimeoutException>(Retry.RunAsync(line.CallAsync, Policy with { Tries = 3 }));

        line.Starts.ShouldBe([0, 3, 7], "Each try is given up after 2 s, and the pauses of 1 s and 2 s begin then.");
        line.Now.ShouldBe(9, "The third try ends at its limit, too.");
        line.Open.ShouldBe(0, "A try that nobody waits for any longer still keeps the line busy: cancel it by its token, and await it.");
    }

    [Test, Interleaved]
    public async Task The_deadline_cuts_the_running_try()
    {
        var busy = new IOException("busy");
        var line = new Line((number, token) => number == 1 ? Task.FromException<string>(busy) : NobodyAnswersAsync(number, token));

        var seen = await Should.ThrowAsync<TimeoutException>(Retry.RunAsync(line.CallAsync, Policy with { Deadline = 2 * OneSecond }));

        line.Now.ShouldBe(2, "Time is up after 2 s, in the middle of the second try.");
        seen.InnerException.ShouldBeSameAs(busy, "The failure of the first try is the last failure that there was.");
    }

    [Test, Interleaved]
    public async Task A_pause_that_would_reach_the_deadline_is_not_begun()
    {
        var line = new Line((_, _) => Task.FromException<string>(new IOException("busy")));

        await Should.ThrowAsync<TimeoutException>(Retry.RunAsync(line.CallAsync, Policy with { Deadline = 3 * OneSecond }));

        line.Starts.ShouldBe([0, 1], "A third try would start at 3 s, but then time is up.");
        line.Now.ShouldBe(1, "After the second try it is clear that there will be no third, so do not wait.");
    }

    [Test, Interleaved]
    public async Task The_caller_gets_their_own_cancellation_at_once([Values(1, 2.5)] double seconds)
    {
        var line = new Line(NobodyAnswersAsync);
        using var cancellation = new CancellationTokenSource(seconds * OneSecond);

        var seen = await Should.ThrowAsync<OperationCanceledException>(Retry.RunAsync(line.CallAsync, Policy, cancellation.Token));

        line.Now.ShouldBe(seconds, "Whether it is cancelled in a try or in a pause, it must end at once.");
        seen.CancellationToken.ShouldBe(cancellation.Token, "It was the caller who cancelled, so the exception has the caller's token.");
        line.Starts.ShouldBe([0], "The caller no longer wants it, so nothing is tried again.");
    }

    [Test, Interleaved]
    public async Task A_try_that_gives_up_by_itself_has_failed_and_the_next_may_succeed()
    {
        var line = new Line((number, _) => number == 1
            ? throw new OperationCanceledException("Please hold the line.")
            : Task.FromResult("Tuesday at nine"));

        (await Retry.RunAsync(line.CallAsync, Policy)).ShouldBe("Tuesday at nine");

        line.Starts.ShouldBe([0, 1], "Nobody cancelled the first try: it failed like any other, and the second followed.");
    }

    [Test, Interleaved]
    public async Task No_try_begins_before_the_last_one_has_ended()
    {
        var line = new Line(DeafAsync);

        await Should.ThrowAsync<Exception>(Retry.RunAsync(line.CallAsync, Policy with { Tries = 2 }));

        line.Starts.ShouldBe([0, 6], "The try does not listen and takes 5 s; its pause of 1 s begins when it has ended.");

        static async Task<string> DeafAsync(int number, CancellationToken token)
        {
            await Task.Delay(5 * OneSecond, CancellationToken.None);
            throw new IOException("cut off");
        }
    }

    private static async Task<string> NobodyAnswersAsync(int number, CancellationToken token)
    {
        await Task.Delay(TimeSpan.FromHours(1), token);
        return "";
    }

    /// <summary>A telephone line that remembers when it was called, in seconds. The tries are numbered from 1.</summary>
    private sealed class Line(Func<int, CancellationToken, Task<string>> answer)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly List<double> _starts = [];
        private int _open;

        public double[] Starts
        {
            get
            {
                lock (_starts)
                    return [.. _starts];
            }
        }

        /// <summary>How many tries have begun and not ended.</summary>
        public int Open => Volatile.Read(ref _open);

        public double Now => _watch.Elapsed.TotalSeconds;

        public async Task<string> CallAsync(CancellationToken token)
        {
            int number;
            lock (_starts)
            {
                _starts.Add(Now);
                number = _starts.Count;
            }

            Interlocked.Increment(ref _open);
            try
            {
                return await answer(number, token);
            }
            finally
            {
                Interlocked.Decrement(ref _open);
            }
        }
    }
}
