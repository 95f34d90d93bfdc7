using Interleaving.NUnit;

namespace ConcurrencyKatas.ColdCoroutine.Suite;

[TestFixture]
public sealed class StatesTests
{
    private const string Criterion = "states";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public async Task Created_running_finished([Values] bool waits)
    {
        Coroutine<object?>? coroutine = null;
        var running = true;
        var recipe = new Recipe(waits ? Second : default) { Looks = () => running &= coroutine?.State == CoroutineState.Running };
        coroutine = new("meal", recipe.Body);

        Claim.That(coroutine.State == CoroutineState.Created, Wording.NotCreated);
        await coroutine;
        Claim.That(running, Wording.NotRunning);
        Claim.That(coroutine.State == CoroutineState.Finished, Wording.NotFinished);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Finished_before_anybody_goes_on([Values(1, 2, 3)] int guests, [Values] bool fails)
    {
        var recipe = new Recipe(Second) { Failure = fails ? new IOException("burnt") : null };
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        var finished = await Task.WhenAll(Enumerable.Range(0, guests).Select(_ => Task.Run(LookAsync)));

        Claim.That(finished.All(yes => yes), Wording.NotFinished);

        async Task<bool> LookAsync()
        {
            await coroutine.FailureAsync();
            return coroutine.State == CoroutineState.Finished;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Finished_after_a_failure([Values] Phase phase)
    {
        var recipe = new Recipe(Second) { Failure = new IOException("burnt"), Fails = phase };
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        await coroutine.FailureAsync();

        Claim.That(coroutine.State == CoroutineState.Finished, Wording.NotFinished);
    }

    /// <summary>Whoever comes at the very instant of the end goes on at once, or waits; finished it is in both cases.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Who_comes_at_the_end_finds_it_finished()
    {
        var seconds = Inputs.Draw().Next(1, 9);
        var coroutine = new Coroutine<object?>("meal", new Recipe(seconds * Second).Body);

        await Task.WhenAll(coroutine.ArriveAsync(), coroutine.SitDownAsync(seconds * Second));

        Claim.That(coroutine.State == CoroutineState.Finished, Wording.NotFinished);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Beside_it_the_states_come_in_order()
    {
        var coroutine = new Coroutine<object?>("meal", new Recipe().Body);

        var looking = Task.Run(() => (First: coroutine.State, Second: coroutine.State, Third: coroutine.State));
        await coroutine.ArriveAsync();
        var (first, second, third) = await looking;

        Claim.That(first <= second && second <= third, Wording.Backwards);
        Claim.That(coroutine.State == CoroutineState.Finished, Wording.NotFinished);
    }

    /// <summary>Looked at from another thread: while the body computes, while it waits, and when it is over.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task From_another_thread_it_is_running_as_long_as_the_body_runs()
    {
        var draw = Inputs.Draw();
        int computes = draw.Next(2, 9), waits = draw.Next(2, 9);
        var coroutine = new Coroutine<object?>("meal", new Recipe(waits * Second) { Computes = computes * Second }.Body);

        var looks = Task.WhenAll(LookAsync(1), LookAsync(computes + 1), LookAsync(computes + waits + 1));
        await coroutine.ArriveAsync();
        var states = await looks;

        Claim.That(states[0] == CoroutineState.Running && states[1] == CoroutineState.Running, Wording.NotRunning);
        Claim.That(states[2] == CoroutineState.Finished, Wording.NotFinished);

        // Each from a thread of its own: a lock around the start may hold one of them up until the body first waits.
        Task<CoroutineState> LookAsync(int after) => Task.Run(async () =>
        {
            await Task.Delay(after * Second);
            return coroutine.State;
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void On_a_loop_the_body_stays_there([Values] bool first) => Loop.Run(async () =>
    {
        var (loop, thread, stays) = (SynchronizationContext.Current, Environment.CurrentManagedThreadId, true);
        var recipe = new Recipe(Second)
        {
            Looks = () => stays &= SynchronizationContext.Current == loop && Environment.CurrentManagedThreadId == thread,
        };
        var coroutine = new Coroutine<object?>("meal", recipe.Body);

        if (!first)
            await Task.Delay(Second);
        await Task.WhenAll(coroutine.SitDownAsync(), coroutine.SitDownAsync());

        Claim.That(stays, Wording.Elsewhere);
    });

    [Test, Interleaved, Category(Criterion)]
    public async Task On_a_thread_the_body_begins_there()
    {
        var (began, thread) = (0, 0);
        var coroutine = new Coroutine<object?>("meal", new Recipe { Looks = () => began = Environment.CurrentManagedThreadId }.Body);

        await Task.Run(async () =>
        {
            thread = Environment.CurrentManagedThreadId;
            await coroutine;
        });

        Claim.That(began == thread, Wording.Elsewhere);
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_loop_is_never_blocked() => Loop.Run(async () =>
    {
        var ticker = new Ticker();
        var ticking = ticker.RunAsync(15);
        Coroutine<object?> soup = new("meal", new Recipe(Second).Body), stew = new("meal", new Recipe(Second / 2) { Failure = new IOException("burnt") }.Body);

        await Task.WhenAll(soup.SitDownAsync(), stew.FailureAsync(), soup.SitDownAsync(Second / 4));
        await ticking;

        Claim.That(ticker.LongestGap == Ticker.Period, Wording.Blocked);
    });
}
