using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine.Suite;

/// <summary>Each test sees first that nothing ran by itself: that whoever starts the body when it is made runs it once shows nothing.</summary>
[TestFixture]
public sealed class OnceTests
{
    private const string Criterion = "once";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Threads_that_await_at_once_share_one_run([Values(2, 3)] int guests, [Values] bool waits)
    {
        var recipe = new Recipe(waits ? Second : default);
        var coroutine = Order(recipe);

        var meals = await Task.WhenAll(Enumerable.Range(0, guests).Select(_ => coroutine.ArriveAsync()));

        IsOneRun(recipe, meals);
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_one_loop_they_share_one_run() => Loop.Run(async () =>
    {
        var draw = Inputs.Draw();
        var recipe = new Recipe(10 * Second);
        var coroutine = Order(recipe);

        var meals = await Task.WhenAll(
            coroutine.SitDownAsync(), coroutine.SitDownAsync(), coroutine.SitDownAsync(draw.Next(1, 10) * Second), coroutine.SitDownAsync(12 * Second));

        IsOneRun(recipe, meals);
    });

    /// <summary>Before the body's first await, in the middle, at the very instant of its end, and after it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_comes_later_gets_the_same([Values(1, 3, 4, 5)] int seconds)
    {
        var recipe = new Recipe(2 * Second) { Computes = 2 * Second };
        var coroutine = Order(recipe);

        var meals = await Task.WhenAll(coroutine.ArriveAsync(), coroutine.SitDownAsync(seconds * Second));

        IsOneRun(recipe, meals);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Awaited_again_it_is_there_at_once()
    {
        var recipe = new Recipe(Inputs.Draw().Next(1, 9) * Second);
        var coroutine = Order(recipe);
        var first = await coroutine;
        var watch = Stopwatch.StartNew();

        object?[] meals = [first, await coroutine, await coroutine, await coroutine.ArriveAsync()];

        IsOneRun(recipe, meals);
        Claim.That(watch.Elapsed == TimeSpan.Zero, Wording.SlowAgain);
    }

    /// <summary>Null is a result like any other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_result_of_null_is_a_result()
    {
        var recipe = new Recipe(Second) { Meal = null };
        var coroutine = Order(recipe);

        IsOneRun(recipe, [await coroutine, await coroutine, await coroutine.ArriveAsync()]);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task A_result_of_zero_is_a_result()
    {
        var runs = 0;
        var coroutine = new Coroutine<int>("zero", async () =>
        {
            Interlocked.Increment(ref runs);
            await Task.Yield();
            return 0;
        });

        Claim.That(await coroutine == 0 && await coroutine == 0, Wording.AnotherResult);
        Claim.That(Volatile.Read(ref runs) == 1, Wording.RunAgain);
    }

    /// <summary>Two of one name, at once, each awaited by two.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Each_coroutine_stands_for_itself()
    {
        Recipe soup = new(Second), stew = new(2 * Second);
        Coroutine<object?> first = Order(soup), second = Order(stew);

        var meals = await Task.WhenAll(first.ArriveAsync(), second.ArriveAsync());

        IsOneRun(soup, [meals[0], await first]);
        IsOneRun(stew, [meals[1], await second]);
    }

    private static Coroutine<object?> Order(Recipe recipe)
    {
        var coroutine = new Coroutine<object?>("meal", recipe.Body);
        Claim.That(recipe.Runs == 0, Wording.Hot);
        return coroutine;
    }

    private static void IsOneRun(Recipe recipe, object?[] meals)
    {
        Claim.That(recipe.Runs <= 1, Wording.RunAgain);
        Claim.That(meals.All(meal => ReferenceEquals(meal, recipe.Meal)), Wording.AnotherResult);
    }
}
