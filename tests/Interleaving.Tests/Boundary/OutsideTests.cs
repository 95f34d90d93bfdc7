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
        public static class Generic<T> { public static T? Value; public static volatile bool Flag; }
        public static class P
        {
            public static int Count;
            public static volatile bool Done;
            public static void Nothing() { }
            public static void Point(ref int at) => at++;
            public static void Run(Action<Action> outside) { var slot = new Slot(); var Numbers = new int[1]; outside(() => { /*code*/ GC.KeepAlive(Numbers); GC.KeepAlive(slot); }); }
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

    /// <summary>Whatever the program does there, and whether or not the flow of execution leads there.</summary>
    [Test]
    public void What_runs_on_a_thread_of_nobody_is_refused(
        [Values(
            "slot.Result = slot;", "_ = slot.Result;", "P.Count++;", "Volatile.Write(ref P.Count, 1);", "P.Done = true;", "_ = P.Done;", "Numbers[0] = 1;",
            "_ = Numbers[0];", "P.Point(ref Numbers[0]);", "Generic<int>.Value = 1;", "_ = Generic<string>.Flag;", "lock (slot) { }", "Interlocked.Increment(ref P.Count);",
            "for (var i = 0; i < 2; i++) { }", "P.Nothing();", "Task.Run(P.Nothing);", "Thread.Sleep(0);", "_ = DateTime.UtcNow;", "new List<int>().Add(1);",
            "Numbers.AsSpan().Fill(1);", "_ = new object().GetHashCode();", "new SemaphoreSlim(1).Wait();")] string code,
        [Values] bool flows)
    {
        var run = Snippet.Load(Source.Replace("/*code*/", code, StringComparison.Ordinal)).Method<Action<Action<Action>>>("P.Run");
        var exploration = Explorer.Explore(() => run(act => OnThread(act, flows).Join()));
        exploration.Failure.ShouldBe(FailureKind.Unsupported, exploration.Message);
        exploration.Message.ShouldContain("not under control");
    }

    [Test]
    public void Finalizers_come_by_when_they_like()
    {
        var run = Snippet.Load("""
            public sealed class Held { ~Held() => P.Count++; }
            public static class P
            {
                public static int Count;
                public static void Run(Action collect) { Make(); collect(); }
                static void Make() => _ = new Held();
            }
            """).Method<Action<Action>>("P.Run");
        Explorer.Explore(() => run(static () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        })).Failure.ShouldBeNull();
    }

    /// <summary>A judge runs one program: what an earlier test of it left behind is its own. Elsewhere it is somebody else's.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void A_thread_that_an_earlier_exploration_left_behind_is_laid_at_its_own_door(bool judged)
    {
        var options = new ExplorationOptions { Schedules = 1, Program = judged ? new object() : null };
        var run = Snippet.Load(Source.Replace("/*code*/", "slot.Result = slot;", StringComparison.Ordinal)).Method<Action<Action<Action>>>("P.Run");
        using var go = new ManualResetEventSlim();
        Thread? left = null;
        Explorer.Explore(
            () => run(act => left = OnThread(
                () =>
                {
                    go.Wait();
                    act();
                },
                flows: true)),
            options).Failure.ShouldBeNull();

        var exploration = Explorer.Explore(
            () => run(_ =>
            {
                go.Set();
                left!.Join();
            }),
            options);
        exploration.Failure.ShouldBe(judged ? FailureKind.Unsupported : null, exploration.Message);
    }

    private static Thread OnThread(Action act, bool flows)
    {
        var thread = new Thread(() =>
        {
            try
            {
                act();
            }
            catch (InvalidOperationException)
            {
                // The execution is over.
            }
        });
        if (flows)
            thread.Start();
        else
            thread.UnsafeStart();
        return thread;
    }

    /// <summary>What honest programs do with the same members stays under control, with or without a flow.</summary>
    [TestCase("using (ExecutionContext.SuppressFlow()) _ = Task.Run(slot.Run); slot.Wait();")]
    [TestCase("using (ExecutionContext.SuppressFlow()) new Thread(slot.Run).Start(); slot.Wait();")]
    [TestCase("new Thread(slot.Run).UnsafeStart(); slot.Wait();")]
    [TestCase("ThreadPool.UnsafeQueueUserWorkItem(_ => slot.Run(), null); slot.Wait();")]
    [TestCase("using (ExecutionContext.SuppressFlow()) { var timer = new Timer(_ => slot.Run(), null, 1, -1); slot.Wait(); GC.KeepAlive(timer); }")]
    [TestCase("new CancellationTokenSource(5).Token.UnsafeRegister(_ => slot.Run(), null); slot.Wait();")]
    [TestCase("using (ExecutionContext.SuppressFlow()) Task.Delay(5).ContinueWith(_ => slot.Run()); slot.Wait();")]
    [TestCase("using (ExecutionContext.SuppressFlow()) Parallel.Invoke(slot.Run, slot.Run); slot.Wait();")]
    [TestCase("new Lines(slot).WriteLine(\"x\"); new Lines(slot).Write(\"x\"); slot.Wait();")]
    public void What_honest_programs_do_is_under_control(string code)
    {
        var run = Snippet.Load(Source.Replace("/*code*/", code, StringComparison.Ordinal)).Method<Action<Action<Action>>>("P.Run");
        var exploration = Explorer.Explore(() => run(static act => act()), new ExplorationOptions { Schedules = 20, DataRaces = false });
        exploration.Failure.ShouldBeNull(exploration.Message);
    }

    [TestCase("Timer")]
    [TestCase("BareTimer")]
    public void A_provider_of_ones_own_runs_timers_of_the_base_class_in_virtual_time(string method) =>
        Explorer.Explore(Snippet.Load(Source).Method<Action>("P." + method), new ExplorationOptions { Schedules = 20 }).Failure.ShouldBeNull();

    [Test]
    public void What_is_in_memory_is_read_and_written_at_once()
    {
        var exploration = Explorer.Explore(Snippet.Load(Source).Method<Func<Task>>("P.InMemory"));
        exploration.Failure.ShouldBeNull(exploration.Message);
    }
}
