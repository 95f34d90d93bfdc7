using System.Collections.Concurrent;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine.Suite;

[TestFixture]
public sealed class NeverAwaitedTests
{
    private const string Criterion = "never-awaited";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public void The_name_is_reported_once([Values(1, 2, 4)] int times)
    {
        var name = $"meal {Inputs.Draw().Next(100)}";
        var reported = new List<string>();
        var coroutine = new Coroutine<object?>(name, new Recipe(Second).Body, reported.Add);

        for (var i = 0; i < times; i++)
            coroutine.Dispose();

        Claim.That(reported.SequenceEqual([name]), Wording.NotReported);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_threads_that_dispose_report_it_once()
    {
        var reported = new ConcurrentQueue<string>();
        var coroutine = new Coroutine<object?>("meal", new Recipe(Second).Body, reported.Enqueue);

        await Task.WhenAll(Task.Run(coroutine.Dispose), Task.Run(coroutine.Dispose));

        Claim.That(reported.SequenceEqual(["meal"]), Wording.NotReported);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Nobody_need_be_told()
    {
        var coroutine = new Coroutine<object?>("meal", new Recipe(Second).Body);

        coroutine.Dispose();
        coroutine.Dispose();

        Claim.That(coroutine.State == CoroutineState.Created, Wording.NotCreated);
    }

    [Test, Interleaved, Category(Criterion)]
    public void Each_reports_its_own_name()
    {
        var reported = new List<string>();
        Coroutine<object?> soup = new("soup", new Recipe(Second).Body, reported.Add), stew = new("stew", new Recipe(Second).Body, reported.Add);

        using (soup)
        using (stew)
        {
        }

        Claim.That(reported.SequenceEqual(["stew", "soup"]), Wording.NotReported);
    }

    /// <summary>While the body computes, while it waits, at the instant of its end, and after that.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task What_was_awaited_is_not_reported([Values(1, 3, 4, 5)] int seconds, [Values] bool fails)
    {
        var reported = new ConcurrentQueue<string>();
        var recipe = new Recipe(2 * Second) { Computes = 2 * Second, Failure = fails ? new IOException("burnt") : null };
        var coroutine = new Coroutine<object?>("meal", recipe.Body, reported.Enqueue);

        var meal = Task.Run(coroutine.FailureAsync);
        await Task.Delay(seconds * Second);
        coroutine.Dispose();

        Claim.That(await meal is null || fails, Wording.StoppedByDispose);
        Claim.That(reported.IsEmpty, Wording.ReportedThough);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task What_failed_at_once_was_awaited([Values] Phase phase)
    {
        var reported = new List<string>();
        var coroutine = new Coroutine<object?>("meal", new Recipe { Failure = new IOException("burnt"), Fails = phase }.Body, reported.Add);

        await coroutine.FailureAsync();
        coroutine.Dispose();

        Claim.That(reported is [], Wording.ReportedThough);
    }

    /// <summary>A body that disposes of its own coroutine: it was awaited, or it would not run.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Disposed_by_its_own_body_it_was_awaited()
    {
        var reported = new List<string>();
        Coroutine<object?>? coroutine = null;
        var recipe = new Recipe(Second) { Looks = () => coroutine?.Dispose() };
        coroutine = new("meal", recipe.Body, reported.Add);

        await coroutine;

        Claim.That(reported is [], Wording.ReportedThough);
    }

    /// <summary>Whoever comes first: the guest gets the meal in both cases.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Beside_an_await_it_stops_nothing()
    {
        var reported = new ConcurrentQueue<string>();
        var recipe = new Recipe(Second);
        var coroutine = new Coroutine<object?>("meal", recipe.Body, reported.Enqueue);

        var meal = coroutine.ArriveAsync();
        await Task.Run(coroutine.Dispose);

        Claim.That(await Caught.ByAsync(() => meal) is null && ReferenceEquals(await meal, recipe.Meal), Wording.StoppedByDispose);
        Claim.That(reported.Count <= 1, Wording.NotReported);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Awaited_after_the_report_it_still_runs()
    {
        var reported = new List<string>();
        var recipe = new Recipe(Second);
        var coroutine = new Coroutine<object?>("meal", recipe.Body, reported.Add);

        coroutine.Dispose();

        Claim.That(await coroutine.FailureAsync() is null && ReferenceEquals(await coroutine, recipe.Meal), Wording.StoppedByDispose);
        coroutine.Dispose();
        Claim.That(reported.SequenceEqual(["meal"]), Wording.NotReported);
    }
}
