using System.Collections.Concurrent;
using Interleaving.NUnit;

namespace ConcurrencyKatas.EventLoop.Suite;

[TestFixture]
public sealed class SlowCallbacksTests
{
    private const string Criterion = "slow-callbacks";

    private readonly ConcurrentQueue<(string Name, TimeSpan Duration)> _told = [];

    /// <summary>The figures of the course: more than 100 ms.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_hundred_milliseconds_are_not_reported_and_one_more_is([Values] Way way)
    {
        var loop = Loop();
        var longer = Inputs.Draw().Next(102, 400);

        loop.RunOne(way, "in time", () => Thread.Sleep(100));
        Claim.That(_told.IsEmpty, Wording.NotSlow);

        var name = loop.RunOne(way, "slow", () => Thread.Sleep(101));
        Told((name, 101));

        loop.RunOne(way, "slower", () => Thread.Sleep(longer));
        Told((name, 101), (way is Way.Soon or Way.Later ? "slower" : name, longer));
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void One_that_throws_is_reported_too([Values(Way.Soon, Way.Later, Way.Post)] Way way)
    {
        var duration = Inputs.Draw().Next(101, 300);

        var name = Loop().RunOne(way, "slow", () =>
        {
            Thread.Sleep(duration);
            throw new IOException();
        });

        Told((name, duration));
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_main_that_throws_is_reported_too()
    {
        var duration = Inputs.Draw().Next(101, 300);

        Ways.Thrown(() => Loop().Run(() =>
        {
            Thread.Sleep(duration);
            throw new IOException();
        }));

        Told(("main", duration));
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Waiting_is_not_holding()
    {
        Loop().Run(async () =>
        {
            Thread.Sleep(60);
            await Task.Delay(500);
            Thread.Sleep(60);
            await Task.Yield();
            Thread.Sleep(60);
        });

        Claim.That(_told.IsEmpty, Wording.Awaited);
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void The_time_in_the_queue_does_not_count()
    {
        var duration = Inputs.Draw().Next(101, 300);
        var loop = Loop();

        loop.RunUntil(end =>
        {
            loop.CallSoon("1", () => Thread.Sleep(70));
            loop.CallSoon("2", () => Thread.Sleep(70));
            loop.CallSoon("3", () => Thread.Sleep(duration));
            loop.CallSoon("4", () => Thread.Sleep(70));
            loop.CallSoon("end", end);
        });

        Told(("3", duration));
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void Only_the_slow_part_of_an_async_method_is_reported()
    {
        var duration = Inputs.Draw().Next(101, 300);

        Loop().Run(async () =>
        {
            Thread.Sleep(90);
            await Task.Yield();
            Thread.Sleep(duration);
            await Task.Yield();
        });

        Told(("Post", duration));
    }

    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public void A_loop_reports_its_own_callbacks()
    {
        var duration = Inputs.Draw().Next(101, 300);
        var others = 0;
        EventLoop mine = Loop(), other = new((_, _) => others++), silent = new();

        other.RunOne(Way.Soon, "in time", () => Thread.Sleep(20));
        silent.RunOne(Way.Soon, "nobody wants to know", () => Thread.Sleep(duration));
        mine.RunOne(Way.Soon, "slow", () => Thread.Sleep(duration));

        Told(("slow", duration));
        Claim.That(others == 0, Wording.Shared);
    }

    private EventLoop Loop() => new((name, duration) => _told.Enqueue((name, duration)));

    private void Told(params (string Name, int Milliseconds)[] expected)
    {
        Claim.That(_told.Count >= expected.Length, Wording.Unreported);
        Claim.That(_told.Count == expected.Length, Wording.NotSlow);
        Claim.That(_told.Select(entry => entry.Name).SequenceEqual(expected.Select(entry => entry.Name)), Wording.Name);
        Claim.That(
            _told.Select(entry => entry.Duration).SequenceEqual(expected.Select(entry => Ways.Milliseconds(entry.Milliseconds))), Wording.Duration);
    }
}
