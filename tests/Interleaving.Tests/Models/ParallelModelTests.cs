namespace Interleaving.Tests.Models;

public sealed class ParallelModelTests
{
    [Test]
    public void A_loop_runs_every_index_once() => Woven.ShouldHold("""
        public void Run()
        {
            var seen = new int[7];
            var result = Parallel.For(0, 7, i => seen[i]++);
            Check(result.IsCompleted && result.LowestBreakIteration is null && seen.All(n => n == 1));
            Check(Parallel.For(5, 3, i => Check(false)).IsCompleted);
        }
        """);

    /// <summary>Numbers that no longer fit: the part behind the last chunk, the size of a part, the length of the whole.</summary>
    [TestCase("long.MaxValue - 5", "long.MaxValue")]
    [TestCase("long.MaxValue - 100", "long.MaxValue")]
    [TestCase("long.MinValue", "long.MinValue + 5")]
    [TestCase("int.MaxValue - 5L", "int.MaxValue + 5L")]
    public void A_loop_at_the_end_of_what_a_number_can_say_runs_every_index_once(string from, string to) => Woven.ShouldHold($$"""
        public void Run()
        {
            var seen = new ConcurrentDictionary<long, int>();
            Check(Parallel.For({{from}}, {{to}}, i => seen.AddOrUpdate(i, 1, (_, n) => n + 1)).IsCompleted);
            Check(seen.Count == {{to}} - ({{from}}) && seen.All(pair => pair.Key >= {{from}} && pair.Key < {{to}} && pair.Value == 1));
        }
        """, new ExplorationOptions { Schedules = 5 });

    [TestCase("0L", "long.MaxValue", 1)]
    [TestCase("0L", "long.MaxValue", 4)]
    [TestCase("long.MinValue", "long.MaxValue", 1)]
    [TestCase("long.MinValue", "long.MaxValue", 4)]
    [TestCase("-1L", "long.MaxValue", 3)]
    [TestCase("int.MinValue", "int.MaxValue", 4)]
    public void A_loop_over_all_numbers_begins_and_can_be_stopped(string from, string to, int workers) => Woven.ShouldHold($$"""
        public void Run()
        {
            var count = 0; var lowest = long.MaxValue; var gate = new Lock();
            var result = Parallel.For({{from}}, {{to}}, new ParallelOptions { MaxDegreeOfParallelism = {{workers}} }, (i, state) =>
            {
                lock (gate) { count++; lowest = Math.Min(lowest, i); }
                if (i >= {{from}} + 20) state.Stop();
            });
            Check(!result.IsCompleted && count > 0 && lowest >= {{from}}, $"{count} from {lowest}");
        }
        """, new ExplorationOptions { Schedules = 5 });

    [Test]
    public void Ranges_over_all_numbers_are_as_large_as_the_platform_s() => Woven.ShouldHold("""
        public void Run()
        {
            var ranges = Partitioner.Create(long.MinValue, long.MaxValue).GetPartitions(1)[0];
            Check(ranges.MoveNext() && ranges.Current.Item1 == long.MinValue);
            var size = (decimal)ranges.Current.Item2 - ranges.Current.Item1;
            Check(size == Math.Truncate(((decimal)long.MaxValue - long.MinValue) / (3 * Environment.ProcessorCount)), $"{size}");
        }
        """, new ExplorationOptions { Schedules = 1 });

    [Test]
    public void A_shared_accumulator_races() => Woven.ShouldFail("""
        public void Run()
        {
            var sum = 0;
            Parallel.For(0, 4, i => sum += i);
            Check(sum == 6);
        }
        """, FailureKind.DataRace);

    [Test]
    public void An_accumulator_of_each_worker_adds_up() => Woven.ShouldHold("""
        public void Run()
        {
            long sum = 0; var inits = 0;
            Parallel.For(0L, 10L, () => { Interlocked.Increment(ref inits); return 0L; }, (i, _, local) => local + i * i, local => Interlocked.Add(ref sum, local));
            Check(sum == 285 && inits is >= 1 and <= 4, $"{sum} {inits}");
            sum = 0;
            Parallel.ForEach(Enumerable.Range(0, 6).Where(i => i % 2 == 0), () => 0L, (i, state, index, local) => local + i, local => Interlocked.Add(ref sum, local));
            Check(sum == 6);
            sum = 0;
            Parallel.ForEach(Partitioner.Create(0, 100), range => { long part = 0; for (var i = range.Item1; i < range.Item2; i++) part += i; Interlocked.Add(ref sum, part); });
            Check(sum == 4950);
            sum = 0;
            Parallel.ForEach(new List<int> { 1, 2, 3 }, new ParallelOptions { MaxDegreeOfParallelism = 2 }, (item, state, index) => Interlocked.Add(ref sum, item * index));
            Check(sum == 8);
        }
        """);

    [Test]
    public void No_more_workers_run_than_allowed() => Woven.ShouldHold("""
        public void Run()
        {
            int inside = 0, most = 0; var gate = new Lock();
            Parallel.For(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ =>
            {
                lock (gate) most = Math.Max(most, ++inside);
                Thread.Sleep(10);
                lock (gate) inside--;
            });
            Check(most == 2);
        }
        """);

    [Test]
    public void Exceptions_come_out_together_and_stop_the_loop() => Woven.ShouldHold("""
        public void Run()
        {
            var thrown = Throws<AggregateException>(() => Parallel.For(0, 100, i => { if (i % 25 == 0) throw new InvalidOperationException(); }));
            Check(thrown.InnerExceptions.Count is >= 1 and <= 4 && thrown.InnerExceptions.All(e => e is InvalidOperationException));
            thrown = Throws<AggregateException>(() => Parallel.Invoke(() => throw new FormatException(), () => { }, () => throw new FormatException()));
            Check(thrown.InnerExceptions.Count == 2);
        }
        """);

    [Test]
    public void A_cancelled_loop_raises_its_token() => Woven.ShouldHold("""
        public void Run()
        {
            using var cts = new CancellationTokenSource(); var options = new ParallelOptions { CancellationToken = cts.Token }; var ran = 0;
            var thrown = Throws<OperationCanceledException>(() => Parallel.For(0, 100, options, i => { Interlocked.Increment(ref ran); if (i == 3) cts.Cancel(); }));
            Check(thrown.CancellationToken == cts.Token && ran <= 100);
            Throws<OperationCanceledException>(() => Parallel.ForEach(new[] { 1 }, options, _ => Check(false)));
            Throws<OperationCanceledException>(() => Parallel.Invoke(options, () => Check(false)));
        }
        """);

    [Test]
    public void Break_runs_all_lower_iterations_and_Stop_does_not() => Woven.ShouldHold("""
        public void Run()
        {
            var ran = new int[40];
            var result = Parallel.For(0, 40, (i, state) => { ran[i] = 1; if (i is 11 or 25) state.Break(); });
            Check(!result.IsCompleted && result.LowestBreakIteration == 11 && ran.Take(12).All(n => n == 1));
            var stopped = Parallel.For(0, 40, (i, state) => { if (i == 7) { state.Stop(); Check(state.IsStopped && state.ShouldExitCurrentIteration); } });
            Check(!stopped.IsCompleted && stopped.LowestBreakIteration is null);
            Throws<AggregateException>(() => Parallel.For(0, 1, (i, state) => { state.Stop(); state.Break(); }));
        }
        """);

    [Test]
    public void Break_ends_a_loop_that_has_no_other_end() => Woven.ShouldHold("""
        public void Run()
        {
            Check(Parallel.ForEach(Endless(), (i, state) => { if (i == 5) state.Break(); }).LowestBreakIteration == 5);
            Check(Parallel.ForEach(Partitioner.Create(Endless(), EnumerablePartitionerOptions.NoBuffering), (i, state) => { if (i == 5) state.Break(); }).LowestBreakIteration == 5);
            Check(Parallel.For(0, 60_000_000_000_000, (i, state) => { if (i == 5) state.Break(); }).LowestBreakIteration == 5);
        }

        private static IEnumerable<long> Endless()
        {
            for (long i = 0; ; i++)
                yield return i;
        }
        """);

    [Test]
    public void Stop_may_find_a_later_match_before_the_first() => Woven.ShouldFail("""
        public void Run()
        {
            var found = -1;
            Parallel.For(0, 100, (i, state) => { if (i is 10 or 60) { Interlocked.CompareExchange(ref found, i, -1); state.Stop(); } });
            Check(found == 10);
        }
        """, FailureKind.Assertion);

    [Test]
    public void Async_loops_overlap_their_waits() => Woven.ShouldHold("""
        public async Task Run()
        {
            var watch = Stopwatch.StartNew(); var sum = 0;
            await Parallel.ForEachAsync(Enumerable.Range(1, 5), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (i, token) =>
            {
                await Task.Delay(1000, token);
                Interlocked.Add(ref sum, i);
            });
            Check(watch.Elapsed == TimeSpan.FromSeconds(3) && sum == 15, $"{watch.Elapsed} {sum}");
            sum = 0;
            await Parallel.ForAsync(0, 4, (i, _) => { Interlocked.Add(ref sum, i); return ValueTask.CompletedTask; });
            Check(sum == 6);
        }
        """, new() { Schedules = 50 });

    [Test]
    public void An_async_loop_over_an_async_sequence_takes_every_item_once() => Woven.ShouldHold("""
        static async IAsyncEnumerable<int> Items() { for (var i = 1; i <= 4; i++) { await Task.Delay(10); yield return i; } }
        public async Task Run()
        {
            var sum = 0;
            await Parallel.ForEachAsync(Items(), async (i, token) => { await Task.Yield(); Interlocked.Add(ref sum, i); });
            Check(sum == 10, sum.ToString());
        }
        """);

    [Test]
    public void The_first_failure_of_an_async_loop_cancels_the_rest() => Woven.ShouldHold("""
        public async Task Run()
        {
            var watch = Stopwatch.StartNew();
            var loop = Parallel.ForEachAsync(new[] { 1, 2 }, async (i, token) =>
            {
                if (i == 1) { await Task.Delay(10); throw new FormatException(); }
                await Task.Delay(10_000, token);
            });
            try { await loop; Check(false); } catch (FormatException) { }
            Check(loop.Exception!.InnerExceptions.Count is 1 or 2 && watch.ElapsedMilliseconds == 10);
            using var cts = new CancellationTokenSource(100);
            var cancelled = Parallel.ForEachAsync(new[] { 1, 2 }, cts.Token, async (i, token) => await Task.Delay(10_000, token));
            try { await cancelled; Check(false); } catch (OperationCanceledException) { }
            Check(cancelled.IsCanceled && watch.ElapsedMilliseconds == 110);
        }
        """);
}
