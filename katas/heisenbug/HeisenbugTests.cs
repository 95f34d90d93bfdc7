using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.Heisenbug;

[TestFixture]
public sealed class HeisenbugTests
{
    // The three complaints. Each runs the one schedule that was recorded when it went wrong.
    [Test, Interleaved(Schedule = "-")]
    public void Complaint_1_the_window_froze_when_somebody_asked_for_the_price()
    {
        var office = new BoxOffice(new Bank { Takes = TimeSpan.FromSeconds(1) }, seats: 3);

        Loop.Run(async () => (await office.PriceAsync()).ShouldBe(20, "This is the price that the bank gave."));
    }

    [Test, Interleaved(Schedule = "1@4:2")]
    public async Task Complaint_2_the_last_seat_was_sold_twice()
    {
        var bank = new Bank();
        var office = new BoxOffice(bank, seats: 1);

        var sold = await Task.WhenAll(Task.Run(() => office.BuyAsync("Ada")), Task.Run(() => office.BuyAsync("Bob")));

        sold.Count(seat => seat).ShouldBe(1, "There was one seat, and two people have come for it.");
        bank.Charged.Length.ShouldBe(1, "There was one seat, and this is how many buyers paid for it.");
    }

    [Test, Interleaved(Schedule = "1@4:2")]
    public async Task Complaint_3_nobody_told_me_that_it_was_sold_out()
    {
        var office = new BoxOffice(new Bank(), seats: 1);

        var told = Task.Run(office.WhenSoldOutAsync);
        await Task.Run(() => office.BuyAsync("Ada"));
        await Task.WhenAny(told, Task.Delay(TimeSpan.FromHours(1)));

        told.IsCompleted.ShouldBeTrue("The last seat was sold an hour ago, and the caller who asked to be told is still waiting.");
    }

    // And what must hold on every schedule.
    [Test, Interleaved]
    public void The_window_never_freezes_and_the_bank_is_asked_once()
    {
        var bank = new Bank { Takes = TimeSpan.FromSeconds(1) };
        var office = new BoxOffice(bank, seats: 2);

        Loop.Run(async () =>
        {
            var watch = Stopwatch.StartNew();
            Task[] all = [office.PriceAsync(), office.BuyAsync("Ada"), office.BuyAsync("Bob"), office.WhenSoldOutAsync()];
            watch.Elapsed.ShouldBe(TimeSpan.Zero, "No call should block the window's only thread.");
            await Task.WhenAll(all);
            watch.Elapsed.ShouldBe(TimeSpan.FromSeconds(2), "One second for the price, and one second for both charges at the same time.");
        });

        bank.Asked.ShouldBe(1, "This is how often the bank was asked for the price, which does not change.");
    }

    [Test, Interleaved]
    public async Task A_charge_that_fails_frees_the_seat()
    {
        var failure = new InvalidOperationException("the card was declined");
        var bank = new Bank { Failure = buyer => buyer == "Ada" ? failure : null };
        var office = new BoxOffice(bank, seats: 1);

        var seen = await Should.ThrowAsync<InvalidOperationException>(() => office.BuyAsync("Ada"));

        seen.ShouldBeSameAs(failure, "Ada should get the bank's own exception.");
        office.WhenSoldOutAsync().IsCompleted.ShouldBeFalse("Nobody has bought the seat yet.");
        (await office.BuyAsync("Bob")).ShouldBeTrue("Ada did not get the seat, so it is there for Bob.");
        (await office.BuyAsync("Eve")).ShouldBeFalse("Bob has the only seat.");
        bank.Charged.ShouldBe(["Bob 20"]);
    }

    private sealed class Bank : IBank
    {
        private readonly Lock _lock = new();
        private readonly List<string> _charged = [];
        private int _asked;

        public TimeSpan Takes { get; init; }

        public Func<string, Exception?> Failure { get; init; } = _ => null;

        public int Asked => Volatile.Read(ref _asked);

        public string[] Charged
        {
            get
            {
                lock (_lock)
                    return [.. _charged];
            }
        }

        public async Task<int> PriceAsync()
        {
            Interlocked.Increment(ref _asked);
            await Task.Delay(Takes);
            return 20;
        }

        public async Task ChargeAsync(string buyer, int price)
        {
            await Task.Delay(Takes);
            if (Failure(buyer) is { } failure)
                throw failure;
            lock (_lock)
                _charged.Add($"{buyer} {price}");
        }
    }

    /// <summary>The window: one thread takes one callback after another from one queue.</summary>
    private sealed class Loop : SynchronizationContext
    {
        private readonly Queue<Action> _callbacks = [];

        public static void Run(Func<Task> main)
        {
            var loop = new Loop();
            var outer = Current;
            SetSynchronizationContext(loop);
            try
            {
                var done = main();
                done.ContinueWith(_ => loop.Post(_ => { }, null), TaskScheduler.Default);
                while (!done.IsCompleted)
                    loop.Take()();
                done.GetAwaiter().GetResult();
            }
            finally
            {
                SetSynchronizationContext(outer);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_callbacks)
            {
                _callbacks.Enqueue(() => d(state));
                Monitor.Pulse(_callbacks);
            }
        }

        private Action Take()
        {
            lock (_callbacks)
            {
                while (_callbacks.Count == 0)
                    Monitor.Wait(_callbacks);
                return _callbacks.Dequeue();
            }
        }
    }
}
