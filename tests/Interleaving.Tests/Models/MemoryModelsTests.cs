using Benchmarks;

namespace Interleaving.Tests.Models;

/// <summary>What the platform keeps for the whole process, or lets go of when it likes, looks the same in every execution.</summary>
public sealed class MemoryModelsTests
{
    [TestCase("var a = new Task(() => { }); Check(a.Id == 1); var b = Task.Run(() => Task.CurrentId!.Value); b.Wait(); Check(b.Id == b.Result && b.Id == 2); Check(a.Id == 1); Check(Task.CurrentId is null);", TestName = "Ids of tasks")]
    [TestCase("Check(TaskScheduler.Default.Id == 1); Check(new S().Id == 2); Check(new S().Id == 3);", TestName = "Ids of schedulers")]
    [TestCase("var w = new WeakReference(new object()); var t = new WeakReference<object>(new object()); w.Target = new object(); t.SetTarget(new object()); Fill(); Check(w.IsAlive && t.TryGetTarget(out _));", TestName = "Weak references")]
    [TestCase("Check(Monitor.LockContentionCount == 0); ThreadPool.GetAvailableThreads(out var a, out var b); ThreadPool.GetMaxThreads(out var c, out var d); Check(a == c && b == d);", TestName = "Counters of the pool and of locks")]
    [TestCase("Check(!ExecutionContext.IsFlowSuppressed()); Task.Run(() => { Check(!ExecutionContext.IsFlowSuppressed()); ExecutionContext.SuppressFlow(); }).Wait(); ExecutionContext.SuppressFlow();", TestName = "The flow of the execution context")]
    public void Every_execution_sees_the_same(string body) => Woven.ShouldHold(
        """
        class S : TaskScheduler { protected override void QueueTask(Task t) { } protected override bool TryExecuteTaskInline(Task t, bool q) => false; protected override IEnumerable<Task> GetScheduledTasks() => []; }
        static void Fill() { for (var i = 0; i < 5; i++) GC.Collect(); }
        static void Two() => Parallel.Invoke(() => { Thread.Yield(); }, () => { Thread.Yield(); });

        """ + $"public void Run() {{ {body} Two(); }}",
        new ExplorationOptions { Schedules = 10 });

    [TestCase(nameof(Corpus.Repetition.Keys_of_a_weak_table))]
    [TestCase(nameof(Corpus.Repetition.The_culture_of_a_thread))]
    public void Every_execution_of_a_program_sees_the_same(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.Repetition), program), new ExplorationOptions { Schedules = 10 });

    [Test]
    public void Numbers_that_no_seed_gives_are_refused() =>
        Snippet.Weave("static class P { static void Run() { Enumerable.Range(0, 9).Shuffle().ToList(); } }").Unsupported
            .Select(found => found.Api).ShouldBe(["System.Linq.Enumerable.Shuffle"]);
}
