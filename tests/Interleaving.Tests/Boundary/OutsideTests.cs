namespace Interleaving.Tests.Boundary;

/// <summary>Ways to a thread that is not under control.</summary>
internal sealed class OutsideTests
{
    private const string Source = """
        public sealed class Slot { public object? Result; public void Run() => Volatile.Write(ref Result, this); public void Wait() { while (Volatile.Read(ref Result) is null) { } } }
        public sealed class Lines(Slot slot) : TextWriter
        {
            public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;
            public override void Write(string? value) => slot.Run();
            public override Task FlushAsync() => base.FlushAsync();
            public override void Flush() => slot.Run();
        }
        public sealed class Source(Slot slot) : TextReader { public override string? ReadLine() { slot.Run(); return null; } }
        public sealed class Sink(Slot slot) : MemoryStream
        {
            public override int Read(byte[] buffer, int offset, int count) { slot.Run(); return 0; }
        }
        public sealed class Bytes(Slot slot) : Stream
        {
            public override bool CanRead => true; public override bool CanSeek => false; public override bool CanWrite => true;
            public override long Length => 0; public override long Position { get; set; }
            public override void Flush() => slot.Run();
            public override int Read(byte[] buffer, int offset, int count) { slot.Run(); return 0; }
            public override long Seek(long offset, SeekOrigin origin) => 0; public override void SetLength(long value) { }
            public override void Write(byte[] buffer, int offset, int count) => slot.Run();
        }
        public sealed class Own : TimeProvider
        {
            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan due, TimeSpan period) => base.CreateTimer(callback, state, due, period);
        }
        public sealed class Bare : TimeProvider;
        public static class P
        {
            public static void WriteAsync() { var slot = new Slot(); _ = new Lines(slot).WriteAsync("go"); slot.Wait(); }
            public static void FlushAsync() { var slot = new Slot(); _ = new Lines(slot).FlushAsync(); slot.Wait(); }
            public static void ReadLineAsync() { var slot = new Slot(); _ = new Source(slot).ReadLineAsync(); slot.Wait(); }
            public static void BeginRead() { var slot = new Slot(); new Bytes(slot).BeginRead(new byte[1], 0, 1, null, null); slot.Wait(); }
            public static void BeginReadInMemory() { var slot = new Slot(); new Sink(slot).BeginRead(new byte[1], 0, 1, null, null); slot.Wait(); }
            public static void ReadAsync() { var slot = new Slot(); _ = new Bytes(slot).ReadAsync(new byte[1], 0, 1); slot.Wait(); }
            public static void Worker()
            {
                var slot = new Slot();
                var worker = new System.ComponentModel.BackgroundWorker();
                worker.DoWork += (_, _) => slot.Run();
                worker.RunWorkerAsync();
                slot.Wait();
            }
            public static void Timer() { var slot = new Slot(); new Own().CreateTimer(_ => slot.Run(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan); slot.Wait(); }
            public static void BareTimer() { var slot = new Slot(); new Bare().CreateTimer(_ => slot.Run(), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan); slot.Wait(); }
            public static async Task InMemory()
            {
                Stream stream = new MemoryStream();
                await stream.WriteAsync(new byte[] { 1, 2, 3 });
                stream.Position = 0;
                var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                TextReader reader = new StringReader("a\nb");
                if (await reader.ReadLineAsync() != "a" || copy.Length != 3) throw new InvalidOperationException();
                using var lines = new StreamReader(new MemoryStream("x\ny"u8.ToArray()));
                if (await lines.ReadLineAsync() != "x" || await lines.ReadToEndAsync() != "y") throw new InvalidOperationException();
                using var writer = new StreamWriter(copy);
                await writer.WriteLineAsync("z");
                await writer.FlushAsync();
            }
        }
        """;

    [TestCase("WriteAsync")]
    [TestCase("FlushAsync")]
    [TestCase("ReadLineAsync")]
    [TestCase("BeginRead")]
    [TestCase("BeginReadInMemory")]
    [TestCase("ReadAsync")]
    [TestCase("Worker")]
    public void Work_of_a_base_class_on_the_pool_is_refused(string method)
    {
        var exploration = Explorer.Explore(Snippet.Load(Source).Method<Action>("P." + method));
        exploration.Failure.ShouldBe(FailureKind.Unsupported, exploration.Message);
        exploration.Line.ShouldBeGreaterThan(0);
    }

    [TestCase("Timer")]
    [TestCase("BareTimer")]
    public void A_provider_of_ones_own_runs_timers_of_the_base_class_in_virtual_time(string method) =>
        Explorer.Explore(Snippet.Load(Source).Method<Action>("P." + method)).Failure.ShouldBeNull();

    [Test]
    public void What_is_in_memory_is_read_and_written_at_once()
    {
        var exploration = Explorer.Explore(Snippet.Load(Source).Method<Func<Task>>("P.InMemory"));
        exploration.Failure.ShouldBeNull(exploration.Message);
    }
}
