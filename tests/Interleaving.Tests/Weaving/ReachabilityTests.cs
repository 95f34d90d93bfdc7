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
