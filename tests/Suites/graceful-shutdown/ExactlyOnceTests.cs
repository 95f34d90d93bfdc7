using System.Collections.Immutable;
using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.GracefulShutdown.Suite;

[TestFixture]
public sealed class ExactlyOnceTests
{
    private const string Criterion = "exactly-once";

    /// <summary>Stopped in the middle, with one clerk or several, with no grace and with some.</summary>
    [Test, Interleaved(Schedules = 40), Category(Criterion)]
    public async Task Everybody_is_served_or_handed_back([Values(1, 2, 3)] int clerks, [Values] bool abandoned)
    {
        var durations = Inputs.Draw().Durations(6);
        var counter = new Counter(customer => durations[customer], clerks);
        var shop = new Shop<int>(counter.ServeAsync, clerks);
        foreach (var customer in Enumerable.Range(0, 6))
            Claim.That(shop.TryEnter(customer), Wording.Refused);
        await Task.Delay(TimeSpan.FromMilliseconds(1500));

        var returned = await shop.StopAsync(abandoned ? TimeSpan.Zero : TimeSpan.FromSeconds(1));

        counter.Adds(Enumerable.Range(0, 6), returned);
        Claim.That(returned.SequenceEqual(returned.Order()), Wording.Order);
        var begun = counter.Begun.Length;
        await Task.Delay(TimeSpan.FromMinutes(1));
        Claim.That(counter.Begun.Length == begun && counter.InFlight.Now == 0, Wording.AfterTheEnd);
    }

    /// <summary>Of several who enter beside the stop each is in or out.</summary>
    [Test, Interleaved(Schedules = 50), Category(Criterion)]
    public async Task Beside_the_stop_true_means_served_or_handed_back_and_false_neither([Values(1, 2)] int customers, [Values] bool abandoned)
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var counter = new Counter(_ => duration, 2);
        var shop = new Shop<int>(counter.ServeAsync, 2);

        var entering = Enumerable.Range(0, customers).Select(customer => Task.Run(() => shop.TryEnter(customer))).ToArray();
        var returned = await shop.StopAsync(abandoned ? TimeSpan.Zero : Timeout.InfiniteTimeSpan);
        var entered = await Task.WhenAll(entering);
        await Task.Delay(3 * duration);

        counter.Adds(Enumerable.Range(0, customers).Where(customer => entered[customer]), returned.Where(customer => entered[customer]).ToArray());
        Claim.That(
            Enumerable.Range(0, customers).All(customer => entered[customer]
                || !(returned.Contains(customer) || counter.Begun.Any(begun => begun.Customer == customer))),
            Wording.RefusedAndServed);
    }

    /// <summary>
    /// Nobody is ever served to the end, so the list is all who entered. It must be explained by some order of the calls, with each other and in
    /// their own order.
    /// </summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task The_list_shows_all_who_entered_before_the_door_was_closed()
    {
        var shop = new Shop<int>(
            async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromHours(1), token);
                throw new IOException();
            },
            1);
        var history = new History<(ImmutableList<int> Inside, bool Closed)>(([], false));

        await Task.WhenAll(
            Task.Run(() =>
            {
                Enter(1);
                Enter(2);
            }),
            Task.Run(() => Enter(3)),
            Task.Run(() => history.CallAsync<int[]>(
                "StopAsync(Zero)",
                async () => [.. await shop.StopAsync(TimeSpan.Zero)],
                state => ((state.Inside, true), [.. state.Inside]))));
        history.ShouldBeLinearizable();

        void Enter(int customer) => history.Call(
            $"TryEnter({customer})",
            () => shop.TryEnter(customer),
            state => state.Closed ? (state, false) : ((state.Inside.Add(customer), false), true));
    }

    /// <summary>Two clerks are at work; the stop comes at each point there is.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task At_each_step_the_shop_may_be_stopped([Values] bool abandoned)
    {
        var durations = Inputs.Draw().Durations(3);
        var counter = new Counter(customer => durations[customer], 2);
        var shop = new Shop<int>(counter.ServeAsync, 2);
        var stopped = new TaskCompletionSource<Task<IReadOnlyList<int>>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Cancellation.Anywhere().Register(() => stopped.SetResult(shop.StopAsync(abandoned ? TimeSpan.Zero : Timeout.InfiniteTimeSpan)));

        int[] entered = [.. Enumerable.Range(0, 3).Where(shop.TryEnter)];
        var returned = await await stopped.Task;

        counter.Adds(entered, returned);
        Claim.That(returned.SequenceEqual(returned.Order()), Wording.Order);
        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
    }

    /// <summary>Two clerks reach for customers at the same time, and for those who are served in no time.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Customers_who_enter_at_the_same_time_are_served_once()
    {
        var counter = new Counter(_ => TimeSpan.Zero, 2);
        var shop = new Shop<int>(counter.ServeAsync, 2);

        var entered = await Task.WhenAll(Enumerable.Range(0, 3).Select(customer => Task.Run(() => shop.TryEnter(customer))));
        var returned = await shop.StopAsync(Timeout.InfiniteTimeSpan);

        Claim.That(entered.All(yes => yes), Wording.Refused);
        counter.Adds(Enumerable.Range(0, 3), returned);
    }

    /// <summary>Whoever does not listen and is served to the end after the grace has been served.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Whoever_is_served_to_the_end_in_spite_of_the_cancellation_is_not_handed_back()
    {
        var durations = Inputs.Draw().Durations(3);
        var counter = new Counter(customer => durations[customer]) { Deaf = true };
        var shop = new Shop<int>(counter.ServeAsync, 1);
        foreach (var customer in Enumerable.Range(0, 3))
            shop.TryEnter(customer);
        await Task.Delay(TimeSpan.FromMilliseconds(1500));

        var returned = await shop.StopAsync(TimeSpan.Zero);

        counter.Adds(Enumerable.Range(0, 3), returned);
        Claim.That(counter.InFlight.Now == 0, Wording.NotAwaited);
    }

    /// <summary>Two customers of one name are two customers.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Equal_customers_are_not_mistaken_for_one_another()
    {
        var draw = Inputs.Draw();
        var name = $"Anna {draw.Next(100, 900)}";
        var served = 0;
        var shop = new Shop<string>(
            async (_, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), token);
                Interlocked.Increment(ref served);
            },
            1);
        string[] all = [name, "Bert", name, name];
        foreach (var customer in all)
            shop.TryEnter(customer);
        await Task.Delay(TimeSpan.FromMilliseconds(1500));

        var returned = await shop.StopAsync(TimeSpan.Zero);

        var done = Volatile.Read(ref served);
        Claim.That(returned.Count >= all.Length - done, Wording.Forgotten);
        Claim.That(returned.Count <= all.Length - done, Wording.ServedAndReturned);
        Claim.That(returned.SequenceEqual(all[done..]), Wording.Order);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_shops_have_nothing_to_do_with_each_other()
    {
        var durations = Inputs.Draw().Durations(2);
        Counter one = new(_ => durations[0]), other = new(_ => durations[1]);
        Shop<int> first = new(one.ServeAsync, 1), second = new(other.ServeAsync, 1);
        first.TryEnter(0);
        first.TryEnter(1);
        second.TryEnter(10);

        var returned = await first.StopAsync(TimeSpan.Zero);
        Claim.That(second.TryEnter(11), Wording.Refused);
        var rest = await second.StopAsync(Timeout.InfiniteTimeSpan);

        one.Adds([0, 1], returned);
        other.Adds([10, 11], rest);
    }

    /// <summary>Once the stop has been called the door is closed: in the middle of the grace, and after the end.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Nobody_enters_once_the_stop_has_been_called([Values] bool disposed)
    {
        var duration = Inputs.Draw().Durations(1)[0];
        var counter = new Counter(_ => duration) { CleanUp = duration };
        var shop = new Shop<int>(counter.ServeAsync, 1);
        shop.TryEnter(0);

        var end = disposed ? shop.DisposeAsync().AsTask() : shop.StopAsync(2 * duration);
        var atOnce = shop.TryEnter(1);
        await Task.Delay(duration / 2);
        var inTheMiddle = shop.TryEnter(2);
        await end;
        var afterwards = shop.TryEnter(3);
        await Task.Delay(3 * duration);

        Claim.That(!atOnce && !inTheMiddle && !afterwards, Wording.LetInTooLate);
        Claim.That(counter.Begun.All(begun => begun.Customer == 0), Wording.RefusedAndServed);
    }
}
