using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Gather;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class GatherTests
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Test, Interleaved]
    public async Task Three_archives_answer_in_the_time_of_the_slowest()
    {
        Func<Task<string>>[] letters = [Letter(1, seconds: 2), Letter(2, seconds: 1), Letter(3, seconds: 3)];

        var watch = Stopwatch.StartNew();
        foreach (var letter in letters)
            await letter();
        watch.Elapsed.ShouldBe(6 * OneSecond, "Called one after the other, as here in the test, the letters take 2 s + 1 s + 3 s.");

        watch.Restart();
        var answers = await Combine.AllAsync(letters);
        watch.Elapsed.ShouldBe(3 * OneSecond, "Post all three letters, then wait: the slowest archive needs 3 s.");
        answers.ShouldBe(["answer 1", "answer 2", "answer 3"], "Each answer must be at the position of its letter in the list.");
    }

    [Test, Interleaved]
    public async Task Three_tasks_of_two_seconds_take_two_seconds()
    {
        Func<Task<string>>[] letters = [Letter(1, seconds: 2), Letter(2, seconds: 2), Letter(3, seconds: 2)];

        var watch = Stopwatch.StartNew();
        await Combine.AllAsync(letters);
        watch.Elapsed.ShouldBe(2 * OneSecond, "AllAsync: three waits of 2 s at the same time take 2 s, not 6 s.");

        watch.Restart();
        await Combine.OutcomesAsync(letters);
        watch.Elapsed.ShouldBe(2 * OneSecond, "OutcomesAsync: three waits of 2 s at the same time take 2 s, not 6 s.");
    }

    [Test, Interleaved]
    public async Task A_start_that_throws_at_once_stops_nobody_else()
    {
        var posted = 0;
        var noSuchAddress = new ArgumentException("No such address.");
        Func<Task<string>>[] letters = [() => throw noSuchAddress, PostAsync];

        var seen = await Should.ThrowAsync<AggregateException>(Combine.AllAsync(letters));

        posted.ShouldBe(1, "The first start threw before it returned a task; the second must still be called.");
        seen.InnerExceptions.ShouldBe([noSuchAddress]);

        async Task<string> PostAsync()
        {
            Interlocked.Increment(ref posted);
            await Task.Delay(OneSecond);
            return "answer";
        }
    }

    [Test, Interleaved]
    public async Task Every_failure_is_reported_in_the_order_of_the_list_when_all_have_ended()
    {
        Exception burnt = new IOException("It burnt down."), closed = new TimeoutException("It is closed.");
        Func<Task<string>>[] letters =
        [
            Letter(1, seconds: 3, burnt),
            Letter(2, seconds: 4),
            Letter(3, seconds: 1, new OperationCanceledException("They would rather not.")),
            Letter(4, seconds: 2, closed),
        ];

        var watch = Stopwatch.StartNew();
        var seen = await Should.ThrowAsync<AggregateException>(
            Combine.AllAsync(letters), "await throws only one of a task's exceptions; the task of WhenAll holds them all.");

        seen.InnerExceptions.ShouldBe([burnt, closed], "Both failures must be there, in the order of the list. A cancellation is not a failure.");
        watch.Elapsed.ShouldBe(4 * OneSecond, "The failures are reported when all have ended, not while letter 2 is still in flight.");
    }

    [Test, Interleaved]
    public async Task Only_cancellations_give_an_OperationCanceledException()
    {
        var all = Combine.AllAsync([Letter(1, seconds: 1), Letter(2, seconds: 2, new OperationCanceledException())]);

        await Should.ThrowAsync<OperationCanceledException>(all, "Nothing failed, but one was cancelled.");
    }

    [Test, Interleaved]
    public async Task Outcomes_hold_a_value_or_the_very_exception()
    {
        var burnt = new IOException("It burnt down.");

        var outcomes = await Combine.OutcomesAsync([Letter(1, seconds: 2), Letter(2, seconds: 1, burnt), Letter(3, seconds: 3)]);

        outcomes.ShouldBe([new(0, "answer 1", null), new(1, null, burnt), new(2, "answer 3", null)]);
        outcomes[1].Error.ShouldBeSameAs(burnt, "Error must be the exception that was thrown, not one that wraps it.");
    }

    [Test, Interleaved]
    public async Task As_they_complete_each_comes_at_its_instant()
    {
        var burnt = new IOException("It burnt down.");
        var seen = new List<(int Index, TimeSpan At)>();
        var watch = Stopwatch.StartNew();

        await foreach (var outcome in Combine.AsCompletedAsync([Letter(1, seconds: 2, burnt), Letter(2, seconds: 1), Letter(3, seconds: 3)]))
            seen.Add((outcome.Index, watch.Elapsed));

        seen.ShouldBe(
            [(1, OneSecond), (0, 2 * OneSecond), (2, 3 * OneSecond)],
            "The quickest comes first, and each comes as soon as it has ended. A failure is an outcome like any other.");
    }

    private static Func<Task<string>> Letter(int number, int seconds, Exception? failure = null) => async () =>
    {
        await Task.Delay(seconds * OneSecond);
        return failure is null ? $"answer {number}" : throw failure;
    };
}
