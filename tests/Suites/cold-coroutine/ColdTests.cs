using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine.Suite;

[TestFixture]
public sealed class ColdTests
{
    private const string Criterion = "cold";

    [Test, Interleaved, Category(Criterion)]
    public async Task Nothing_runs_before_the_await([Values(1, 2, 5)] int count)
    {
        var recipes = Make(count);
        Coroutine<object?>[] coroutines = [.. recipes.Select((recipe, i) => new Coroutine<object?>($"meal {i}", recipe.Body))];

        await Task.Delay(TimeSpan.FromMinutes(1));

        Claim.That(recipes.All(recipe => recipe.Runs == 0), Wording.Hot);
        await coroutines[0];
        Claim.That(recipes[1..].All(recipe => recipe.Runs == 0), Wording.Hot);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task To_look_and_to_dispose_is_no_await([Values] bool dispose)
    {
        var recipe = Make(1)[0];
        var coroutine = new Coroutine<object?>("meal", recipe.Body, _ => { });

        _ = coroutine.State;
        if (dispose)
            coroutine.Dispose();
        _ = coroutine.State;
        await Task.Delay(TimeSpan.FromMinutes(1));

        Claim.That(recipe.Runs == 0, Wording.Hot);
    }

    /// <summary>Three threads that look and dispose, and nobody who awaits.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task To_look_from_several_threads_is_no_await()
    {
        var recipe = Make(1)[0];
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        await Task.WhenAll(Task.Run(() => coroutine.State), Task.Run(() => coroutine.State), Task.Run(coroutine.Dispose));
        await Task.Delay(TimeSpan.FromMinutes(1));

        Claim.That(recipe.Runs == 0, Wording.Hot);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_body_begins_at_the_instant_of_the_await()
    {
        var draw = Inputs.Draw();
        var instants = new Instants();
        var recipe = new Recipe(TimeSpan.FromSeconds(draw.Next(1, 9))) { Looks = () => instants.Note("look") };
        var coroutine = new Coroutine<object?>("meal", recipe.Body);
        var arrival = draw.Next(1, 100);

        await coroutine.SitDownAsync(TimeSpan.FromSeconds(arrival));

        Claim.That(instants.Of("look").FirstOrDefault() == arrival, Wording.NotAtTheAwait);
    }

    /// <summary>The numbers of the course: 2, 1 and 3 s, made first and then awaited one by one, take 6 s.</summary>
    [Test, Interleaved, Category(Criterion)]
    public Task Three_awaited_one_by_one_take_six_seconds() =>
        OneByOneAsync(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    [Test, Interleaved, Category(Criterion)]
    public Task Awaited_one_by_one_they_take_the_sum_of_their_times([Values(2, 4, 7)] int count) =>
        OneByOneAsync(Inputs.Draw().Durations(count));

    private static async Task OneByOneAsync(params TimeSpan[] durations)
    {
        Coroutine<object?>[] coroutines = [.. durations.Select((duration, i) => new Coroutine<object?>($"meal {i}", new Recipe(duration).Body))];
        var watch = Stopwatch.StartNew();

        foreach (var coroutine in coroutines)
            await coroutine;

        Claim.That(watch.Elapsed == durations.Aggregate(TimeSpan.Zero, (sum, one) => sum + one), Wording.NotOneByOne);
    }

    private static Recipe[] Make(int count) => [.. Inputs.Draw().Durations(count).Select(duration => new Recipe(duration))];
}
