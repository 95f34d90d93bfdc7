using System.Collections.Concurrent;

namespace Corpus;

/// <summary>Where an async method goes on when what it awaits is completed under a scheduler of the program's own.</summary>
public static class AwaitedUnderSchedulers
{
    [Correct]
    public static async Task Who_awaits_a_task_of_one_thread_goes_on_elsewhere()
    {
        using var one = new OneThread();
        Expect(21, await new TaskFactory(one).StartNew(() => 21));
    }

    [Correct]
    public static async Task And_who_awaits_what_one_of_its_tasks_completes()
    {
        using var one = new OneThread();
        var answer = new TaskCompletionSource<int>();
        _ = new TaskFactory(one).StartNew(() => answer.SetResult(21));
        Expect(21, await answer.Task);
    }

    [Correct]
    public static async Task And_who_awaits_several_of_them()
    {
        using var one = new OneThread();
        var tasks = new TaskFactory(one);
        Expect(3, (await Task.WhenAll(tasks.StartNew(() => 1), tasks.StartNew(() => 2))).Sum());
    }

    [Broken(FailureKind.Assertion)]
    public static Task A_completion_lets_in_who_awaits_under_the_same_scheduler() => TakeTurnsAsync(new TaskCompletionSource());

    [Correct]
    public static Task But_not_where_it_is_asked_not_to() =>
        TakeTurnsAsync(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private static async Task TakeTurnsAsync(TaskCompletionSource turn)
    {
        var tasks = new TaskFactory(new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler);
        List<string> log = [];
        var waits = tasks.StartNew(async () =>
        {
            await turn.Task;
            log.Add("waited");
        }).Unwrap();
        var gives = tasks.StartNew(() =>
        {
            log.Add("gives");
            turn.SetResult();
            log.Add("gave");
        });
        await Task.WhenAll(waits, gives);
        Expect(log is ["gives", "gave", "waited"]);
    }

    /// <summary>Waits for its thread at the end, so nobody may dispose of it there.</summary>
    private sealed class OneThread : TaskScheduler, IDisposable
    {
        private readonly BlockingCollection<Task> queue = [];
        private readonly Thread thread;

        public OneThread()
        {
            thread = new Thread(Work);
            thread.Start();
        }

        public void Dispose()
        {
            queue.CompleteAdding();
            thread.Join();
        }

        protected override void QueueTask(Task task) => queue.Add(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => queue;

        private void Work()
        {
            foreach (var task in queue.GetConsumingEnumerable())
                TryExecuteTask(task);
        }
    }
}
