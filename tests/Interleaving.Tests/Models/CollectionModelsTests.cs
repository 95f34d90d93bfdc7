namespace Interleaving.Tests.Models;

public sealed class CollectionModelsTests
{
    [Test]
    public void Single_calls_of_a_concurrent_dictionary_are_whole() => Woven.ShouldHold("""
        public void Run()
        {
            var counts = new ConcurrentDictionary<string, int>();
            Parallel.Invoke(Count, Count, Count);
            void Count() => counts.AddOrUpdate("a", 1, (_, old) => old + 1);
            Check(counts["a"] == 3 && counts.Count == 1 && counts.ContainsKey("a") && counts.Values.Single() == 3);
            Check(counts.TryRemove("a", out var removed) && removed == 3 && !counts.TryGetValue("a", out _) && counts.IsEmpty);
            Throws<KeyNotFoundException>(() => _ = counts["b"]);
            counts["c"] = 1; foreach (var (key, value) in counts) Check(key == "c" && value == 1);
        }
        """);

    [Test]
    public void Two_calls_of_a_concurrent_dictionary_are_not() => Woven.ShouldFail("""
        public void Run()
        {
            var counts = new ConcurrentDictionary<string, int> { ["a"] = 0 };
            Parallel.Invoke(Count, Count);
            void Count() => counts["a"] = counts["a"] + 1;
            Check(counts["a"] == 2);
        }
        """, FailureKind.Assertion);

    [Test]
    public void The_factory_of_GetOrAdd_may_run_twice() => Woven.ShouldFail("""
        public void Run()
        {
            var cache = new ConcurrentDictionary<int, object>(); var made = 0;
            Parallel.Invoke(() => cache.GetOrAdd(1, Make), () => cache.GetOrAdd(1, Make));
            object Make(int key) { Interlocked.Increment(ref made); return new object(); }
            Check(made == 1);
        }
        """, FailureKind.Assertion);

    [Test]
    public void All_callers_of_GetOrAdd_get_the_same_value() => Woven.ShouldHold("""
        public void Run()
        {
            var cache = new ConcurrentDictionary<int, object>(); object? a = null, b = null;
            Parallel.Invoke(() => a = cache.GetOrAdd(1, _ => new object()), () => b = cache.GetOrAdd(1, (_, _) => new object(), 0));
            Check(ReferenceEquals(a, b));
        }
        """);

    [Test]
    public void A_queue_hands_over_what_its_items_hold() => Woven.ShouldHold("""
        sealed class Item { public int Value; }
        public void Run()
        {
            var queue = new ConcurrentQueue<Item>(); var sum = 0;
            var producer = new Thread(() => { for (var i = 1; i <= 3; i++) queue.Enqueue(new Item { Value = i }); });
            producer.Start();
            for (var taken = 0; taken < 3;) if (queue.TryDequeue(out var item)) { sum += item.Value; taken++; } else Thread.Yield();
            producer.Join();
            Check(sum == 6 && queue.IsEmpty && queue.Count == 0 && !queue.TryPeek(out _));
        }
        """);

    [Test]
    public void A_check_before_a_dequeue_may_be_out_of_date() => Woven.ShouldFail("""
        public void Run()
        {
            var queue = new ConcurrentQueue<int>([1]);
            Parallel.Invoke(Take, Take);
            void Take() { if (!queue.IsEmpty) Check(queue.TryDequeue(out _)); }
        }
        """, FailureKind.Assertion);

    [Test]
    public void Stacks_and_bags_keep_every_item() => Woven.ShouldHold("""
        public void Run()
        {
            var stack = new ConcurrentStack<int>(); var bag = new ConcurrentBag<int>();
            Parallel.For(0, 3, i => { stack.Push(i); bag.Add(i); });
            Check(stack.Count == 3 && stack.ToArray().Sum() == 3 && bag.Sum() == 3);
            Parallel.For(0, 3, i => { Check(stack.TryPop(out _)); Check(bag.TryTake(out _)); });
            Check(stack.IsEmpty && bag.IsEmpty && !bag.TryTake(out _));
            stack.PushRange([1, 2]); var two = new int[2]; Check(stack.TryPopRange(two) == 2 && two[0] == 2);
        }
        """);

    [Test]
    public void A_plain_list_behind_the_same_code_races() => Woven.ShouldFail("""
        public void Run()
        {
            var list = new List<int>();
            Parallel.For(0, 3, i => list.Add(i));
            Check(list.Count == 3);
        }
        """, FailureKind.DataRace);

    [Test]
    public void A_blocking_collection_joins_producers_and_consumers() => Woven.ShouldHold("""
        public void Run()
        {
            using var items = new BlockingCollection<int>(1); var sum = 0;
            var consumer = new Thread(() => { foreach (var item in items.GetConsumingEnumerable()) sum += item; });
            consumer.Start();
            Parallel.Invoke(() => { items.Add(1); items.Add(2); }, () => items.Add(3));
            items.CompleteAdding();
            consumer.Join();
            Check(sum == 6 && items.IsCompleted && items.IsAddingCompleted);
            Throws<InvalidOperationException>(() => items.Add(4));
            Throws<InvalidOperationException>(() => items.Take());
        }
        """);

    [Test]
    public void Waits_for_items_and_room_end_in_virtual_time() => Woven.ShouldHold("""
        public void Run()
        {
            var items = new BlockingCollection<int>(1); var watch = Stopwatch.StartNew();
            Check(!items.TryTake(out _) && !items.TryTake(out _, 100) && watch.ElapsedMilliseconds == 100);
            items.Add(1);
            Check(!items.TryAdd(2) && !items.TryAdd(2, TimeSpan.FromMilliseconds(50)) && watch.ElapsedMilliseconds == 150);
            using var cts = new CancellationTokenSource(25);
            Throws<OperationCanceledException>(() => items.Add(2, cts.Token));
            Check(watch.ElapsedMilliseconds == 175 && items.Take() == 1);
        }
        """);

    [Test]
    public void A_consumer_that_nobody_tells_the_end_waits_for_ever() => Woven.ShouldFail("""
        public void Run()
        {
            var items = new BlockingCollection<int>();
            var consumer = new Thread(() => { foreach (var item in items.GetConsumingEnumerable()) { } });
            consumer.Start();
            items.Add(1);
            consumer.Join();
        }
        """, FailureKind.Deadlock).Message.ShouldContain("waits for an item in BlockingCollection<int>");
}
