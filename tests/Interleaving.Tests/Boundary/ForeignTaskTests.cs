namespace Interleaving.Tests.Boundary;

/// <summary>
/// Nobody can go on, and somebody waits for a task that is not under control: those who wait for each other are a deadlock whatever
/// becomes of that task. Otherwise it might have helped, and is named.
/// </summary>
internal sealed class ForeignTaskTests
{
    private const string Source = """
        public static class P
        {
            static readonly object A = new(), B = new();
            static readonly SemaphoreSlim Permits = new(0);
            static readonly ReaderWriterLockSlim Readers = new();
            static async Task Wait(Task task) { await task; Permits.Release(); }
            static void Both(object first, object second) { lock (first) { Thread.Sleep(1); lock (second) { } } }
            static void Upgrade(Task task)
            {
                var reader = Task.Run(() => { Readers.EnterReadLock(); task.Wait(); Readers.ExitReadLock(); });
                Thread.Sleep(1);
                Readers.EnterUpgradeableReadLock();
                Readers.EnterWriteLock();
            }
            public static void Run(Task task)
            {
        #line 1
                /*code*/
            }
        }
        """;

    [TestCase("var w = Wait(task); var a = Task.Run(() => Both(A, B)); var b = Task.Run(() => Both(B, A)); Task.WaitAll(a, b);", TestName = "Two locks in a circle, an await beside them")]
    [TestCase("var w = Task.Run(task.Wait); var a = Task.Run(() => Both(A, B)); var b = Task.Run(() => Both(B, A)); Task.WaitAll(a, b, w);", TestName = "Two locks in a circle, a wait beside them")]
    [TestCase("var a = new Thread(() => Both(A, B)); var b = new Thread(() => Both(B, A)); a.Start(); b.Start(); task.Wait();", TestName = "Two locks in a circle, and main waits")]
    [TestCase("_ = Wait(task); Thread t = null!; t = new Thread(() => t.Join()); t.Start(); t.Join();", TestName = "A thread that waits for its own end")]
    [TestCase("_ = Wait(task); Task.Run(() => Monitor.Enter(A)).Wait(); lock (A) { }", TestName = "A lock that one who has ended kept")]
    public void Those_who_wait_for_good_are_a_deadlock(string code)
    {
        var exploration = Explore(code);
        exploration.Failure.ShouldBe(FailureKind.Deadlock, exploration.Message);
        exploration.Message.ShouldContain("which is not under control");
        exploration.Message.ShouldNotContain(",\n");
        exploration.Message.ShouldNotContain("nobody completes");
    }

    [TestCase("task.Wait();", "main waits for", TestName = "Main waits for it")]
    [TestCase("Wait(task).Wait();", "P.Wait awaits", TestName = "An async method awaits it")]
    [TestCase("_ = Wait(task); Permits.Wait();", "P.Wait awaits", TestName = "It would give back a permit")]
    [TestCase("_ = Wait(task); lock (A) Permits.Wait();", "P.Wait awaits", TestName = "It would give back a permit to whoever holds a lock")]
    [TestCase("var a = Task.Run(() => { lock (A) task.Wait(); }); Thread.Sleep(1); lock (A) { }", "Task.Run #1 waits for", TestName = "Whoever holds the lock waits for it")]
    [TestCase("using var mutex = new Mutex(true); var done = new ManualResetEvent(false); _ = Wait(task).ContinueWith(_ => done.Set()); var w = Task.Run(() => WaitHandle.WaitAny([mutex, done])); w.Wait();", "P.Wait awaits", TestName = "It would set one of two handles")]
    [TestCase("Upgrade(task);", "Task.Run #1 waits for", TestName = "A reader waits for it that an upgrade waits for")]
    public void What_the_task_might_have_ended_is_refused_by_its_name(string code, string who)
    {
        var exploration = Explore(code);
        exploration.Failure.ShouldBe(FailureKind.Unsupported, exploration.Message);
        exploration.Message.ShouldStartWith($"unsupported: {who} a task that comes from ");
    }

    private static Exploration Explore(string code)
    {
        var run = Snippet.Load(Source.Replace("/*code*/", code, StringComparison.Ordinal)).Method<Action<Task>>("P.Run");
        return Explorer.Explore(() => run(new TaskCompletionSource().Task), new ExplorationOptions { Schedules = 20 });
    }
}
