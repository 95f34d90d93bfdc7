namespace Interleaving.Tests.Models;

public sealed class ChannelModelTests
{
    [TestCase("Channel.CreateUnbounded<Item>()")]
    [TestCase("Channel.CreateBounded<Item>(1)")]
    [TestCase("Channel.CreateBounded<Item>(new BoundedChannelOptions(2) { AllowSynchronousContinuations = true })")]
    public void Every_item_arrives_once_and_in_order(string channel) => Woven.ShouldHold($$"""
        sealed class Item { public int Value; }
        public async Task Run()
        {
            var channel = {{channel}};
            var producer = Task.Run(async () =>
            {
                for (var i = 1; i <= 4; i++) await channel.Writer.WriteAsync(new Item { Value = i });
                channel.Writer.Complete();
            });
            var last = 0;
            await foreach (var item in channel.Reader.ReadAllAsync()) Check(item.Value == ++last);
            await producer; await channel.Reader.Completion;
            Check(last == 4);
        }
        """);

    [Test]
    public void Two_consumers_share_the_items() => Woven.ShouldHold("""
        public async Task Run()
        {
            var channel = Channel.CreateBounded<int>(1); var sum = 0;
            async Task Consume()
            {
                while (await channel.Reader.WaitToReadAsync())
                    while (channel.Reader.TryRead(out var item)) Interlocked.Add(ref sum, item);
            }
            var consumers = Task.WhenAll(Task.Run(Consume), Task.Run(Consume));
            for (var i = 1; i <= 3; i++) await channel.Writer.WriteAsync(i);
            channel.Writer.Complete();
            await consumers;
            Check(sum == 6);
        }
        """);

    [Test]
    public void A_bounded_channel_holds_its_producer_back() => Woven.ShouldHold("""
        public async Task Run()
        {
            var channel = Channel.CreateBounded<int>(2); var watch = Stopwatch.StartNew();
            Check(channel.Writer.TryWrite(1) && channel.Writer.TryWrite(2) && !channel.Writer.TryWrite(3) && channel.Reader.Count == 2);
            var third = channel.Writer.WriteAsync(3).AsTask(); Check(!third.IsCompleted);
            _ = Task.Delay(100).ContinueWith(_ => channel.Reader.TryRead(out var _));
            await third;
            Check(watch.ElapsedMilliseconds == 100 && channel.Reader.TryPeek(out var next) && next == 2);
        }
        """);

    [Test]
    public void Full_channels_drop_what_their_mode_says() => Woven.ShouldHold("""
        public void Run()
        {
            foreach (var (mode, left, gone) in new[] { (BoundedChannelFullMode.DropWrite, 1, 2), (BoundedChannelFullMode.DropOldest, 2, 1), (BoundedChannelFullMode.DropNewest, 2, 1) })
            {
                var dropped = 0;
                var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = mode }, item => dropped = item);
                Check(channel.Writer.TryWrite(1) && channel.Writer.TryWrite(2));
                Check(channel.Reader.TryRead(out var item) && item == left && dropped == gone, mode.ToString());
            }
        }
        """);

    [Test]
    public void Ends_and_errors_reach_both_sides() => Woven.ShouldHold("""
        public async Task Run()
        {
            var channel = Channel.CreateUnbounded<int>();
            var waiting = channel.Reader.ReadAsync().AsTask();
            channel.Writer.Complete(new FormatException());
            try { await waiting; Check(false); } catch (ChannelClosedException e) { Check(e.InnerException is FormatException); }
            try { await channel.Reader.Completion; Check(false); } catch (FormatException) { }
            Check(!channel.Writer.TryWrite(1) && !channel.Writer.TryComplete());
            Throws<ChannelClosedException>(() => channel.Writer.Complete());
            var open = Channel.CreateBounded<int>(1); using var cts = new CancellationTokenSource(10);
            try { await open.Reader.ReadAsync(cts.Token); Check(false); } catch (OperationCanceledException) { }
            open.Writer.TryWrite(1); using var late = new CancellationTokenSource(10);
            try { await open.Writer.WriteAsync(2, late.Token); Check(false); } catch (OperationCanceledException) { }
            Check(open.Reader.TryRead(out _) && !open.Reader.TryRead(out _), "a cancelled write leaves nothing behind");
        }
        """);

    [Test]
    public void A_channel_that_nobody_completes_keeps_its_reader_for_ever() => Woven.ShouldFail("""
        public async Task Run()
        {
            var channel = Channel.CreateUnbounded<int>();
            channel.Writer.TryWrite(1);
            await foreach (var item in channel.Reader.ReadAllAsync()) Check(item == 1);
        }
        """, FailureKind.Deadlock);

    [TestCase("await jobs.Reader.ReadAsync();", "an item in jobs")]
    [TestCase("await jobs.Reader.WaitToReadAsync();", "an item in jobs")]
    [TestCase("await foreach (var job in jobs.Reader.ReadAllAsync()) { }", "an item in jobs")]
    [TestCase("await jobs.Writer.WriteAsync(1); await jobs.Writer.WriteAsync(2);", "room in jobs")]
    [TestCase("await jobs.Writer.WriteAsync(1); await jobs.Writer.WaitToWriteAsync();", "room in jobs")]
    [TestCase("await jobs.Reader.Completion;", "the completion of jobs")]
    [TestCase("await Task.Run(() => jobs.Reader.ReadAsync().AsTask().Wait());", "an item in jobs")]
    public void A_deadlock_names_the_channel(string body, string wanted) => Woven.ShouldFail(
        "readonly Channel<int> jobs = Channel.CreateBounded<int>(1); public async Task Run() { " + body + " }", FailureKind.Deadlock)
        .Message.ShouldContain(wanted);
}
