using System.Collections.Concurrent;
using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.FirstWins;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 2.5 s means exactly 2.5 s.
[TestFixture]
public sealed class FirstWinsTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly ConcurrentQueue<string> _events = new();

    [Test, Interleaved]
    public async Task A_company_that_is_quick_is_the_only_one_called()
    {
        var answer = await Hedge.FirstAsync([Company("A", 0.5), Company("B", 0.1)], OneSecond);

        answer.ShouldBe("A", "A accepted within the second, so nobody else should have been called.");
        _events.ToArray().ShouldBe(["A called at 0 s", "A accepts at 0.5 s"], "The next company is called a second after the last call, if there is no answer yet.");
    }

    [Test, Interleaved]
    public async Task Each_is_called_a_second_after_the_last()
    {
        var answer = await Hedge.FirstAsync([Company("A", 5), Company("B", 1.5), Company("C", 4), Company("D", 1)], OneSecond);

        _events.Where(entry => entry.Contains("called")).ToArray().ShouldBe(
            ["A called at 0 s", "B called at 1 s", "C called at 2 s"],
            "Calls are a delay apart, and nobody is called once there is an answer: D must be left alone.");
        answer.ShouldBe("B", "B was called at 1 s and accepted at 2.5 s, before anybody else.");
        _watch.Elapsed.ShouldBe(2.5 * OneSecond, "The answer came at 2.5 s.");
    }

    [Test, Interleaved]
    public async Task The_next_is_called_as_soon_as_one_is_busy()
    {
        var answer = await Hedge.FirstAsync([Company("A", 0.3, new IOException("busy")), Company("B", 0.8)], OneSecond);

        answer.ShouldBe("B", "A has ended, but that is not an answer: it was busy. The first success wins.");
        _watch.Elapsed.ShouldBe(1.1 * OneSecond, "A was busy at 0.3 s, so B is called at that instant, and accepts 0.8 s later.");
    }

    [Test, Interleaved]
    public async Task The_losers_are_cancelled_and_waited_for()
    {
        var answer = await Hedge.FirstAsync([Company("A", 5, cleanUp: 0.5), Company("B", 0.5)], OneSecond);

        answer.ShouldBe("B");
        _events.ToArray().ShouldBe(
            ["A called at 0 s", "B called at 1 s", "B accepts at 1.5 s", "A cancelled at 1.5 s", "A cleaned up at 2 s"],
            "A lost: it must be cancelled when the answer comes, and the call must not end before A has cleaned up.");
        _watch.Elapsed.ShouldBe(2 * OneSecond, "The call ends with the last of the losers.");
    }

    [Test, Interleaved]
    public async Task When_all_have_failed_each_failure_comes_out()
    {
        Exception[] failures = [new IOException("busy"), new TimeoutException("no answer")];

        var call = Hedge.FirstAsync([Company("A", 3, failures[0]), Company("B", 0.5, failures[1])], OneSecond);

        var seen = await Should.ThrowAsync<AggregateException>(call, "Nobody accepted: the caller gets all the failures.");
        seen.InnerExceptions.ToArray().ShouldBe(failures, "One failure for each company, in their order, although B failed first.");
    }

    [Test, Interleaved]
    public async Task A_caller_who_gives_up_is_obeyed()
    {
        using var cancellation = new CancellationTokenSource(0.5 * OneSecond);

        var call = Hedge.FirstAsync([Company("A", 5, cleanUp: 0.2), Company("B", 1)], OneSecond, cancellation.Token);

        var seen = await Should.ThrowAsync<OperationCanceledException>(call, "The call was cancelled, and the caller must see that.");
        seen.CancellationToken.ShouldBe(cancellation.Token, "The caller's token was cancelled, so the exception must carry that token and not one that you made.");
        _events.ToArray().ShouldBe(
            ["A called at 0 s", "A cancelled at 0.5 s", "A cleaned up at 0.7 s"],
            "A must be cancelled and awaited; B must not be called any more.");
    }

    /// <summary>A company that accepts, or fails, after some seconds, and writes down what happens.</summary>
    private Func<CancellationToken, Task<string>> Company(string name, double seconds, Exception? failure = null, double cleanUp = 0) =>
        async token =>
        {
            Note($"{name} called");
            try
            {
                await Task.Delay(seconds * OneSecond, token);
            }
            catch (OperationCanceledException)
            {
                Note($"{name} cancelled");
                if (cleanUp > 0)
                {
                    await Task.Delay(cleanUp * OneSecond, CancellationToken.None);
                    Note($"{name} cleaned up");
                }

                throw;
            }

            Note($"{name} {(failure is null ? "accepts" : "fails")}");
            return failure is null ? name : throw failure;
        };

    private void Note(string what) => _events.Enqueue($"{what} at {_watch.Elapsed.TotalSeconds:0.###} s");
}
