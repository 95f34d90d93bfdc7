using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine.Suite;

[TestFixture]
public sealed class FailureTests
{
    private const string Criterion = "failure";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_awaits_gets_the_very_exception([Values] Phase phase, [Values] bool cancelled)
    {
        var recipe = Burns(phase, cancelled);
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        FailedOnce(recipe, [await coroutine.FailureAsync(), await coroutine.FailureAsync()]);
        await Task.Delay(TimeSpan.FromMinutes(1));
        FailedOnce(recipe, [await coroutine.FailureAsync()]);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task All_who_await_at_once_get_the_very_exception([Values] Phase phase, [Values] bool cancelled)
    {
        var recipe = Burns(phase, cancelled);
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        FailedOnce(recipe, await Task.WhenAll(Task.Run(coroutine.FailureAsync), Task.Run(coroutine.FailureAsync)));
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_loop_they_get_it_as_well([Values] Phase phase) => Loop.Run(async () =>
    {
        var recipe = Burns(phase, cancelled: false);
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        var first = coroutine.FailureAsync();
        var second = coroutine.FailureAsync();

        FailedOnce(recipe, [await first, await second, await coroutine.FailureAsync()]);
    });

    /// <summary>A body whose task was cancelled from outside, by a token.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task A_cancelled_body_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource(Inputs.Draw().Next(1, 9) * Second);
        var runs = 0;
        var coroutine = new Coroutine<object?>("meal", async () =>
        {
            Interlocked.Increment(ref runs);
            await Task.Delay(60 * Second, cancellation.Token);
            return null;
        });

        var seen = await Task.WhenAll(coroutine.FailureAsync(), coroutine.FailureAsync());

        Claim.That(seen.All(one => (one as OperationCanceledException)?.CancellationToken == cancellation.Token), Wording.OtherFailure);
        Claim.That(Volatile.Read(ref runs) == 1, Wording.FailedAgain);
    }

    /// <summary>The failure of one is not that of another.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Two_that_fail_at_once_fail_each_in_its_own_way()
    {
        Recipe soup = Burns(Phase.AfterTheFirstAwait, cancelled: false), stew = Burns(Phase.AtOnce, cancelled: false), salad = new(Second);
        Coroutine<object?> first = new("soup", soup.Body), second = new("stew", stew.Body), third = new("salad", salad.Body);

        var seen = await Task.WhenAll(Task.Run(first.FailureAsync), Task.Run(second.FailureAsync), Task.Run(third.FailureAsync));

        FailedOnce(soup, [seen[0]]);
        FailedOnce(stew, [seen[1]]);
        Claim.That(seen[2] is null, Wording.OtherFailure);
    }

    private static Recipe Burns(Phase phase, bool cancelled) => new(Second)
    {
        Failure = cancelled ? new OperationCanceledException("closed") : new IOException("burnt"),
        Fails = phase,
    };

    private static void FailedOnce(Recipe recipe, Exception?[] seen)
    {
        Claim.That(seen.All(one => ReferenceEquals(one, recipe.Failure)), Wording.OtherFailure);
        Claim.That(recipe.Runs <= 1, Wording.FailedAgain);
    }
}
