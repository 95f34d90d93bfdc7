namespace Interleaving.Tests.Models;

public sealed class SynchronizationContextModelTests
{
    private const string Loop = """
        sealed class Loop : SynchronizationContext
        {
            readonly Queue<Action> callbacks = new();

            public static void Run(Func<Task> main)
            {
                var loop = new Loop();
                SetSynchronizationContext(loop);
                var done = main();
                done.ContinueWith(_ => loop.Post(_ => { }, null), TaskScheduler.Default);
                while (!done.IsCompleted) loop.Take()();
                SetSynchronizationContext(null);
                done.GetAwaiter().GetResult();
            }

            public override void Post(SendOrPostCallback d, object state)
            {
                lock (callbacks)
                {
                    callbacks.Enqueue(() => d(state));
                    Monitor.Pulse(callbacks);
                }
            }

            Action Take()
            {
                lock (callbacks)
                {
                    while (callbacks.Count == 0) Monitor.Wait(callbacks);
                    return callbacks.Dequeue();
                }
            }
        }

        """;

    [Test]
    public void A_loop_runs_its_continuations_on_its_own_thread() => Woven.ShouldHold(Loop + """
        public void Run() => Loop.Run(async () =>
        {
            var thread = Environment.CurrentManagedThreadId;
            await Task.Delay(100);
            await Task.Run(() => Check(SynchronizationContext.Current is null && Environment.CurrentManagedThreadId != thread));
            Check(SynchronizationContext.Current is Loop && Environment.CurrentManagedThreadId == thread);
        });
        """);

    [Test]
    public void A_call_that_blocks_the_loop_for_its_own_continuation_is_a_deadlock() => Woven.ShouldFail(Loop + """
        async Task<int> Answer() { await Task.Delay(10); return 42; }
        public void Run() => Loop.Run(() => { Check(Answer().Result == 42); return Task.CompletedTask; });
        """, FailureKind.Deadlock);

    [Test]
    public void The_platforms_own_context_posts_to_the_pool() => Woven.ShouldHold("""
        sealed class Plain : SynchronizationContext { }
        public async Task Run()
        {
            var posted = new TaskCompletionSource();
            new Plain().Post(_ => posted.SetResult(), null);
            await posted.Task;
            new SynchronizationContext().Send(_ => Check(posted.Task.IsCompleted), null);
        }
        """);
}
