using System.Numerics;
using System.Reflection;
using Interleaving.Models;

namespace Interleaving.Tests.Models;

public sealed class AtomicModelsTests
{
    [Test]
    public void Interlocked_counts_without_loss() => Woven.ShouldHold(Counter("Interlocked.Increment(ref count)"));

    [Test]
    public void Interlocked_on_an_array_element_counts_without_loss() => Woven.ShouldHold("""
        readonly long[] counts = new long[2];
        void Add() => Interlocked.Add(ref counts[1], 2);
        public void Run()
        {
            var a = new Thread(Add); var b = new Thread(Add);
            a.Start(); b.Start(); a.Join(); b.Join();
            Check(Interlocked.Read(ref counts[1]) == 4);
        }
        """);

    [Test]
    public void A_volatile_read_and_write_still_lose_an_update() =>
        Woven.ShouldFail(Counter("Volatile.Write(ref count, Volatile.Read(ref count) + 1)"), FailureKind.Assertion);

    [Test]
    public void A_compare_and_exchange_loop_loses_nothing() => Woven.ShouldHold(Counter("""
        { int seen; do seen = Volatile.Read(ref count); while (Interlocked.CompareExchange(ref count, seen + 1, seen) != seen); }
        """));

    [Test]
    public void A_compare_and_exchange_without_a_loop_is_caught() => Woven.ShouldFail(Counter("""
        { var seen = Volatile.Read(ref count); Interlocked.CompareExchange(ref count, seen + 1, seen); }
        """), FailureKind.Assertion);

    [Test]
    public void A_volatile_flag_publishes_what_was_written_before() => Woven.ShouldHold(Publish("Volatile.Write(ref ready, true)", "Volatile.Read(ref ready)"));

    [Test]
    public void A_plain_flag_publishes_nothing() => Woven.ShouldFail(Publish("ready = true", "ready"), FailureKind.DataRace);

    [Test]
    public void Every_operation_gives_what_the_platform_gives() => Woven.ShouldHold("""
        sealed class Box { public int I = 5; public long L = 5; public uint U = 5; public ulong W = 5; public object? O = "a"; public string? S = "a"; public double D = 1; public byte B = 1; }
        public void Run()
        {
            var b = new Box();
            Check(Interlocked.Increment(ref b.I) == 6 && Interlocked.Decrement(ref b.L) == 4);
            Check(Interlocked.Add(ref b.U, 2) == 7 && Interlocked.Increment(ref b.W) == 6);
            Check(Interlocked.And(ref b.I, 3) == 6 && b.I == 2 && Interlocked.Or(ref b.I, 5) == 2 && b.I == 7);
            Check((string?)Interlocked.Exchange(ref b.O, "b") == "a" && (string?)b.O == "b");
            Check(Interlocked.CompareExchange(ref b.S, "c", "a") == "a" && b.S == "c");
            Check(Interlocked.CompareExchange(ref b.D, 3, 2) == 1 && b.D == 1);
            Check(Interlocked.Exchange(ref b.B, 9) == 1 && b.B == 9);
            Interlocked.MemoryBarrier(); Volatile.ReadBarrier();
            Volatile.Write(ref b.S, "d"); Check(Volatile.Read(ref b.S) == "d");
            Throws<NullReferenceException>(() => { Box? none = null; Interlocked.Increment(ref none!.I); });
        }
        """);

    [Test]
    public void Every_overload_of_the_platform_has_a_model([Values(typeof(Interlocked), typeof(Volatile))] Type type)
    {
        var model = RedirectTable.Instance.Find(type.FullName!)!;
        type.GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(method => !model.Allows(method.Name))
            .Select(method => Signatures.Of(
                method.Name, method.GetGenericArguments().Length, method.GetParameters().Select(parameter => Signatures.Of(parameter.ParameterType, 0))))
            .Where(signature => !model.Members.ContainsKey(signature))
            .ShouldBeEmpty();
    }

    [Test]
    public void Outside_an_execution_each_operation_is_atomic_for_each_type()
    {
        Counts<int>();
        Counts<long>();
        Counts<uint>();
        Counts<ulong>();

        static void Counts<T>()
            where T : IBinaryInteger<T>
        {
            var (count, below, bits) = (T.Zero, T.Zero, T.Zero);
            Parallel.For(0, 20_000, i =>
            {
                InterlockedModel.Add(ref count, T.One + T.One);
                InterlockedModel.Decrement(ref count);
                InterlockedModel.Decrement(ref below);
                if (i % 1000 == 0)
                    InterlockedModel.Or(ref bits, T.One << (i / 1000));
            });
            (count, below + count, bits).ShouldBe((T.CreateChecked(20_000), T.Zero, (T.One << 20) - T.One));
            InterlockedModel.And(ref bits, T.One).ShouldBe((T.One << 20) - T.One);
            (bits, InterlockedModel.Increment(ref below)).ShouldBe((T.One, T.One - count));
        }
    }

    private static string Counter(string add) => $$"""
        int count;
        void Add() { {{add}}; }
        public void Run()
        {
            var a = new Thread(Add); var b = new Thread(Add);
            a.Start(); b.Start(); a.Join(); b.Join();
            Check(count == 2);
        }
        """;

    private static string Publish(string write, string read) => $$"""
        bool ready; int data;
        public void Run()
        {
            var seen = 0;
            var writer = new Thread(() => { data = 42; {{write}}; });
            var reader = new Thread(() => { if ({{read}}) seen = data; });
            writer.Start(); reader.Start(); writer.Join(); reader.Join();
            Check(seen is 0 or 42);
        }
        """;
}
