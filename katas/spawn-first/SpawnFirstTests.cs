using System.Diagnostics;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SpawnFirst;

// Under [Interleaved] the clock is virtual: nothing here takes a second, and 3 s means exactly 3 s.
[TestFixture]
public sealed class SpawnFirstTests
{
    [Test, Interleaved]
    public async Task Two_three_and_one_second_take_three()
    {
        var sources = new Sources(profile: 2, orders: 3, news: 1);

        var watch = Stopwatch.StartNew();
        await sources.ProfileAsync();
        await sources.OrdersAsync();
        await sources.NewsAsync();
        watch.Elapsed.TotalSeconds.ShouldBe(6, "Here the test itself asks one after the other: 2 s + 3 s + 1 s.");

        (await TimeAsync(sources)).ShouldBe(3, "Ask all three, and wait afterwards: the longest takes 3 s.");
    }

    [Test, Interleaved]
    public async Task Offers_and_layout_fit_beside_the_orders()
    {
        var sources = new Sources(profile: 2, orders: 3, news: 1, offers: 1, layout: 0.5);

        (await TimeAsync(sources)).ShouldBe(3, "Profile and then offers, 2 s + 1 s, fit beside the orders' 3 s; so does the layout.");

        sources.AskedAt("orders").ShouldBe(0, "The orders need nothing from the others: ask for them at once.");
        sources.AskedAt("offers").ShouldBe(2, "The offers need the profile, which is there after 2 s, and nothing else.");
    }

    [Test, Interleaved]
    public async Task Offers_do_not_wait_for_the_orders()
    {
        (await TimeAsync(new Sources(profile: 1, orders: 5, news: 1, offers: 4))).ShouldBe(
            5, "The offers can be asked for after 1 s and take 4 s: they are there when the orders are.");
    }

    [Test, Interleaved]
    public async Task Offers_do_not_wait_for_the_layout()
    {
        (await TimeAsync(new Sources(profile: 1, orders: 1, news: 1, offers: 2, layout: 2))).ShouldBe(
            3, "The layout computes for 2 s. The profile is there after 1 s, and the offers must be asked for then.");
    }

    [Test, Interleaved]
    public async Task The_page_has_what_each_source_said()
    {
        var sources = new Sources(profile: 2, orders: 3, news: 1, offers: 1);

        (await Morning.BuildAsync(sources)).ShouldBe(new Page("layout", "profile", "orders", "news", "offers for profile"));

        string.Join(", ", sources.Asked.Order()).ShouldBe("layout, news, offers, orders, profile", "Each is asked once.");
    }

    [Test, Interleaved]
    public async Task Nothing_is_left_behind_when_a_part_fails([Values("profile", "orders", "news", "offers", "layout")] string part)
    {
        var failure = new IOException("It is down.");
        var sources = new Sources(profile: 2, orders: 5, news: 4, offers: 1, layout: 0.5) { Fails = part, Failure = failure };

        var seen = await Should.ThrowAsync<IOException>(() => Morning.BuildAsync(sources));

        seen.ShouldBeSameAs(failure, "The caller gets the exception that was thrown.");
        sources.UnderWay.ShouldBe(0, "The page has failed, and something that was started for it is still running.");
    }

    private static async Task<double> TimeAsync(Sources sources)
    {
        sources.Restart();
        await Morning.BuildAsync(sources);
        return sources.Now;
    }

    /// <summary>Sources that take so many seconds each, and remember what they were asked.</summary>
    private sealed class Sources(double profile = 0, double orders = 0, double news = 0, double offers = 0, double layout = 0) : ISources
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private readonly List<(string Part, double At)> _asked = [];
        private int _underWay;

        public string? Fails { get; init; }

        public Exception? Failure { get; init; }

        public int UnderWay => Volatile.Read(ref _underWay);

        public double Now => _watch.Elapsed.TotalSeconds;

        public IEnumerable<string> Asked => _asked.Select(one => one.Part);

        public double AskedAt(string part) => _asked.Single(one => one.Part == part).At;

        public void Restart()
        {
            _asked.Clear();
            _watch.Restart();
        }

        public Task<string> ProfileAsync() => AnswerAsync("profile", profile, "profile");

        public Task<string> OrdersAsync() => AnswerAsync("orders", orders, "orders");

        public Task<string> NewsAsync() => AnswerAsync("news", news, "news");

        public Task<string> OffersAsync(string profile) => AnswerAsync("offers", offers, $"offers for {profile}");

        public string Layout()
        {
            Begin("layout");
            Thread.Sleep(TimeSpan.FromSeconds(layout));
            return End("layout", "layout");
        }

        private async Task<string> AnswerAsync(string part, double seconds, string answer)
        {
            Begin(part);
            await Task.Delay(TimeSpan.FromSeconds(seconds));
            return End(part, answer);
        }

        private void Begin(string part)
        {
            Interlocked.Increment(ref _underWay);
            lock (_asked)
                _asked.Add((part, Now));
        }

        private string End(string part, string answer)
        {
            Interlocked.Decrement(ref _underWay);
            return part == Fails ? throw Failure! : answer;
        }
    }
}
