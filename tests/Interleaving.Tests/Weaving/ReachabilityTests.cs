using System.Reflection;
using Interleaving.Scheduling;

namespace Interleaving.Tests.Weaving;

/// <summary>Nothing of the engine can be reached from the objects that a program is given, whatever fields are followed.</summary>
public sealed class ReachabilityTests
{
    [TestCase("TimeProvider.System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)", TestName = "a timer of the provider")]
    [TestCase("new Timer(static _ => { }, null, 5, 5)", TestName = "a timer")]
    [TestCase("new System.Timers.Timer(5)", TestName = "a timer with events")]
    [TestCase("new PeriodicTimer(TimeSpan.FromSeconds(1))", TestName = "a periodic timer")]
    [TestCase("TimeProvider.System", TestName = "the provider of time")]
    [TestCase("new CancellationTokenSource(100)", TestName = "a source of cancellation")]
    [TestCase("new CancellationTokenSource(100).Token", TestName = "a token")]
    [TestCase("CancellationTokenSource.CreateLinkedTokenSource(new CancellationTokenSource(100).Token)", TestName = "a linked source")]
    [TestCase("new CancellationTokenSource().Token.Register(static () => { })", TestName = "a registration")]
    [TestCase("Task.Delay(10)", TestName = "a delay")]
    [TestCase("Task.Run(static () => 1)", TestName = "a task")]
    [TestCase("new TaskCompletionSource<int>().Task", TestName = "a promise")]
    [TestCase("Thread.CurrentThread", TestName = "the thread")]
    [TestCase("new Thread(static () => { })", TestName = "a thread")]
    [TestCase("SynchronizationContext.Current ?? new object()", TestName = "the context")]
    [TestCase("ExecutionContext.Capture() ?? new object()", TestName = "the flow")]
    [TestCase("TaskScheduler.Current", TestName = "the scheduler")]
    [TestCase("new ConcurrentExclusiveSchedulerPair().ConcurrentScheduler", TestName = "a scheduler of a pair")]
    [TestCase("new SemaphoreSlim(1)", TestName = "a semaphore")]
    [TestCase("new SemaphoreSlim(0).WaitAsync()", TestName = "a wait")]
    [TestCase("new ManualResetEvent(false)", TestName = "an event")]
    [TestCase("new Lazy<int>(static () => 1)", TestName = "a lazy value")]
    [TestCase("new Progress<int>()", TestName = "a progress")]
    [TestCase("new AsyncLocal<int>()", TestName = "an async local")]
    [TestCase("new ThreadLocal<int>(static () => 1)", TestName = "a thread local")]
    [TestCase("new Barrier(1)", TestName = "a barrier")]
    [TestCase("Random.Shared", TestName = "the shared random")]
    [TestCase("System.Diagnostics.Stopwatch.StartNew()", TestName = "a stopwatch")]
    [TestCase("System.Threading.Channels.Channel.CreateUnbounded<int>()", TestName = "a channel")]
    [TestCase("new System.Collections.Concurrent.BlockingCollection<int>()", TestName = "a blocking collection")]
    public void The_engine_is_out_of_reach_from(string expression)
    {
        var run = Snippet.Load($$"""
            public static class P { public static void Run(Action<object> look) { object given = {{expression}}; look(given); } }
            """).Method<Action<Action<object>>>("Run");
        var path = "nothing was looked at";
        Explorer.Explore(() => run(given => path = Path(given) ?? ""), new ExplorationOptions { Schedules = 1 });
        path.ShouldBe("");
    }

    [TestCase("Own.Awaiter", TestName = "an awaiter of its own")]
    [TestCase("Own.Promise", TestName = "a source of a value task of its own")]
    [TestCase("Own.Posted", TestName = "a context of its own")]
    [TestCase("Own.Queued", TestName = "a scheduler of its own")]
    [TestCase("Own.Continued", TestName = "a scheduler of its own that is to continue a task")]
    [TestCase("Own.Delay", TestName = "a clock of its own that is asked for a delay")]
    [TestCase("Own.Wait", TestName = "a clock of its own that is asked for a timeout")]
    [TestCase("Own.Cancel", TestName = "a clock of its own that is to cancel")]
    [TestCase("Own.Awaited", TestName = "a task that somebody awaits")]
    [TestCase("Own.All", TestName = "a task that stands for several")]
    [TestCase("Own.Tick", TestName = "a wait for a tick")]
    [TestCase("Own.Read", TestName = "a wait for an item")]
    [TestCase("Own.Permit", TestName = "a wait for a permit that somebody awaits")]
    public void The_engine_is_out_of_reach_from_what_is_given_to(string method)
    {
        var run = Snippet.Load(Programs).Method<Action<Action<object>>>(method);
        var paths = new List<string?>();
        Explorer.Explore(() => run(given => paths.Add(Path(given))), new ExplorationOptions { Schedules = 1 });
        paths.ShouldNotBeEmpty();
        paths.ShouldAllBe(path => path == null);
    }

    private const string Programs = """
        using System.Runtime.CompilerServices;
        using System.Threading.Channels;
        using System.Threading.Tasks.Sources;
        public sealed class Awaitable(Action<object> look) : INotifyCompletion
        {
            public bool IsCompleted => false;
            public void OnCompleted(Action continuation) { look(continuation); continuation(); }
            public void GetResult() { }
            public Awaitable GetAwaiter() => this;
        }
        public sealed class Promise(Action<object> look) : IValueTaskSource
        {
            public ValueTaskSourceStatus GetStatus(short token) => ValueTaskSourceStatus.Pending;
            public void GetResult(short token) { }
            public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
            {
                look(continuation);
                look(state!);
            }
        }
        public sealed class Context(Action<object> look) : SynchronizationContext
        {
            public override void Post(SendOrPostCallback d, object? state) { look(d); look(state!); d(state); }
        }
        public sealed class Scheduler(Action<object> look) : TaskScheduler
        {
            protected override void QueueTask(Task task) { look(task); TryExecuteTask(task); }
            protected override bool TryExecuteTaskInline(Task task, bool queued) => false;
            protected override IEnumerable<Task> GetScheduledTasks() => [];
        }
        public sealed class Clock(Action<object> look) : TimeProvider
        {
            public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan due, TimeSpan period)
            {
                look(callback);
                if (state is not null) look(state);
                return base.CreateTimer(callback, state, due, period);
            }
        }
        public static class Own
        {
            private static async Task On(Task task) => await task;
            public static void Awaiter(Action<object> look) { async Task Run() => await new Awaitable(look); Run().Wait(); }
            public static void Promise(Action<object> look) { async Task Run() => await new ValueTask(new Promise(look), 0); _ = Run(); }
            public static void Posted(Action<object> look)
            {
                SynchronizationContext.SetSynchronizationContext(new Context(look));
                async Task Run() => await Task.Yield();
                _ = Run();
            }
            public static void Queued(Action<object> look)
            {
                var scheduler = new Scheduler(look);
                async Task Run() => await Task.Yield();
                Task.Factory.StartNew(() => Run(), CancellationToken.None, TaskCreationOptions.None, scheduler).Unwrap().Wait();
            }
            public static void Continued(Action<object> look) => Task.Run(() => { }).ContinueWith(_ => { }, new Scheduler(look)).Wait();
            public static void Delay(Action<object> look) => Task.Delay(TimeSpan.FromSeconds(1), new Clock(look)).Wait();
            public static void Wait(Action<object> look)
            {
                try { new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromSeconds(1), new Clock(look)).Wait(); } catch (AggregateException) { }
            }
            public static void Cancel(Action<object> look) => new CancellationTokenSource(TimeSpan.FromSeconds(1), new Clock(look)).Token.WaitHandle.WaitOne();
            public static void Awaited(Action<object> look) { var source = new TaskCompletionSource(); _ = On(source.Task); look(source.Task); source.SetResult(); }
            public static void All(Action<object> look)
            {
                var source = new TaskCompletionSource();
                look(Task.WhenAll(source.Task, Task.CompletedTask));
                look(Task.WhenAny(source.Task, new TaskCompletionSource().Task));
                look(source.Task);
            }
            public static void Tick(Action<object> look) => look(new PeriodicTimer(TimeSpan.FromSeconds(1)).WaitForNextTickAsync());
            public static void Read(Action<object> look)
            {
                var channel = Channel.CreateBounded<int>(1);
                look(channel.Reader.ReadAsync());
                look(channel.Reader.WaitToReadAsync());
                look(channel);
            }
            public static void Permit(Action<object> look) { var task = new SemaphoreSlim(0).WaitAsync(); _ = On(task); look(task); }
        }
        """;

    /// <summary>The fields that lead to an object of the engine; null when none do.</summary>
    private static string? Path(object start)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance) { start };
        var queue = new Queue<(object Object, string Path)>([(start, start.GetType().Name)]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var (name, value) in Fields(next.Object))
            {
                if (value is Execution or Operation or Host)
                    return $"{next.Path}.{name}";
                if (value is not (null or string or MemberInfo or Assembly or Module or Pointer) && seen.Count < 100_000 && seen.Add(value))
                    queue.Enqueue((value, $"{next.Path}.{name}"));
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, object? Value)> Fields(object of)
    {
        if (of is Array array)
        {
            if (array.GetType().GetElementType() is { IsPrimitive: false, IsPointer: false })
            {
                foreach (var item in array)
                    yield return ("[]", item);
            }

            yield break;
        }

        for (var type = of.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike)
                    yield return (field.Name, field.GetValue(of));
            }
        }
    }
}
