using System.Collections.Concurrent;

namespace Interleaving.NUnit.Tests;

/// <summary>A cancellation at every yield point of a program.</summary>
public sealed class CancellationTests
{
    /// <summary>Two steps a round, and one for the delay.</summary>
    [Test]
    public void It_comes_between_any_two_steps_and_at_every_instant()
    {
        var seen = new ConcurrentQueue<(int Steps, int Seconds)>();
        var exploration = Explorer.Explore(async () =>
        {
            var token = Cancellation.Anywhere();
            var start = TimeProvider.System.GetTimestamp();
            var steps = 0;
            using var registration = token.Register(() => seen.Enqueue((Volatile.Read(ref steps), Seconds(start))));
            while (steps < 4)
            {
                Interlocked.Increment(ref steps);
                await Task.Delay(1_000);
                Interlocked.Increment(ref steps);
            }
        });
        exploration.Failure.ShouldBeNull(exploration.Message);
        seen.Distinct().Order().ShouldBe([(0, 0), (1, 0), (1, 1), (2, 1), (3, 1), (3, 2), (4, 2)]);
        exploration.Cancellations.ShouldBeGreaterThan(6);
        exploration.Summary.ShouldContain($", cancelled at each of {exploration.Cancellations} yield points");
    }

    [Test]
    public void A_leak_at_a_single_point_is_found_under_every_seed([Range(1, 30)] int seed)
    {
        var exploration = Explorer.Explore(
            () => Use(static async (gate, token) =>
            {
                await gate.WaitAsync(CancellationToken.None);
                await Task.Yield();
                var wasCancelled = token.IsCancellationRequested;
                if (wasCancelled || !token.IsCancellationRequested)
                    gate.Release();
            }),
            new ExplorationOptions { Seed = seed, Schedules = 1 });
        exploration.Failure.ShouldBe(FailureKind.Assertion);
        exploration.Interleaving.ShouldContain("cancelled here");
    }

    [Test]
    public void And_found_again_by_its_schedule_with_each_strategy([Values] Strategy strategy)
    {
        var found = Explorer.Explore(() => Use(Leaky), new ExplorationOptions { Strategy = strategy, Schedules = 1 });
        found.Failure.ShouldBe(FailureKind.Assertion);
        var again = Explorer.Explore(() => Use(Leaky), new ExplorationOptions { Schedule = found.Schedule });
        again.Interleaving.ShouldBe(found.Interleaving);
        again.Message.ShouldBe(found.Message);
        found.Interleaving.ShouldContain("cancelled here");
    }

    [Test]
    public void What_gives_back_in_every_case_passes()
    {
        var exploration = Explorer.Explore(() => Use(static async (gate, token) =>
        {
            await gate.WaitAsync(token);
            try
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
            }
            finally
            {
                gate.Release();
            }
        }));
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    /// <summary>The leak needs two things: the cancellation, and somebody who comes in between.</summary>
    [Test]
    public void The_point_is_a_choice_of_the_other_schedules_too()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var token = Cancellation.Anywhere();
            var taken = 0;
            var turn = 0;
            var worker = Task.Run(() =>
            {
                Interlocked.Increment(ref turn);
                Interlocked.Increment(ref taken);
                if (token.IsCancellationRequested && Volatile.Read(ref turn) == 2)
                    return;
                Interlocked.Decrement(ref taken);
            });
            var other = Task.Run(() => Interlocked.CompareExchange(ref turn, 2, 1));
            await Task.WhenAll(worker, other);
            Volatile.Read(ref taken).ShouldBe(0);
        });
        exploration.Failure.ShouldBe(FailureKind.Assertion);
    }

    [Test]
    public void Who_waits_for_the_cancellation_gets_it_at_last()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var token = Cancellation.Anywhere();
            await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, token));
        });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void And_so_does_who_asks_for_it_round_after_round([Values] bool withTimers)
    {
        var exploration = Explorer.Explore(
            async () =>
            {
                var token = Cancellation.Anywhere();
                while (!token.IsCancellationRequested)
                    await (withTimers ? Task.Delay(10) : Task.Run(Thread.Yield));
            },
            new ExplorationOptions { Schedules = 1 });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [Test]
    public void A_program_without_one_is_explored_as_before()
    {
        var exploration = Explorer.Explore(() => Parallel.Invoke(() => Thread.Yield(), () => Thread.Yield()));
        exploration.Cancellations.ShouldBe(0);
        exploration.Summary.ShouldNotContain("cancelled");
    }

    [Test]
    public void It_is_refused_outside_of_an_exploration_and_twice_in_one()
    {
        Should.Throw<InvalidOperationException>(() => Cancellation.Anywhere()).Message.ShouldContain("inside an exploration");
        var exploration = Explorer.Explore(() =>
        {
            Cancellation.Anywhere();
            Cancellation.Anywhere();
        });
        exploration.Message.ShouldContain("let those who are to be cancelled share it");
    }

    private static int Seconds(long start) => (int)TimeProvider.System.GetElapsedTime(start).TotalSeconds;

    private static async Task Leaky(SemaphoreSlim gate, CancellationToken token)
    {
        await gate.WaitAsync(CancellationToken.None);
        token.ThrowIfCancellationRequested();
        gate.Release();
    }

    private static async Task Use(Func<SemaphoreSlim, CancellationToken, Task> body)
    {
        using var gate = new SemaphoreSlim(1);
        var token = Cancellation.Anywhere();
        try
        {
            await body(gate, token);
        }
        catch (OperationCanceledException)
        {
            // Whoever gives up gives back.
        }

        gate.CurrentCount.ShouldBe(1);
    }
}
