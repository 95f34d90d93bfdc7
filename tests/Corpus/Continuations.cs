namespace Corpus;

/// <summary>Continuations that are given a state and a scheduler, and the failure of several tasks that a test returns as one.</summary>
public static class Continuations
{
    [Correct]
    public static async Task With_a_state_and_a_scheduler()
    {
        var done = 0;
        await Task.Run(() => 1).ContinueWith((task, state) => Add(task.Result + (int)state!), 2, TaskScheduler.Default);
        await Task.Run(() => { }).ContinueWith((_, state) => Add((int)state!), 4, TaskScheduler.Default);
        done += await Task.Run(() => 8).ContinueWith((task, state) => task.Result + (int)state!, 16, TaskScheduler.Default);
        done += await Task.Run(() => { }).ContinueWith((_, state) => (int)state!, 32, TaskScheduler.Default);
        Expect(63, done);

        void Add(int more) => done += more;
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Two_of_them_over_one_variable()
    {
        var done = 0;
        var task = Task.Run(() => 1);
        await Task.WhenAll(
            task.ContinueWith((one, state) => { done += one.Result + (int)state!; }, 2, TaskScheduler.Default),
            task.ContinueWith((one, state) => done += one.Result + (int)state!, 4, TaskScheduler.Default));
    }

    /// <summary>The counter is in an object that is older than the tasks, and was written before they got their continuations.</summary>
    [Correct]
    public static Task What_was_written_before_they_are_handed_over_is_seen_by_them() => CountedAsync(TaskContinuationOptions.None);

    [Correct]
    public static Task And_inside_a_completion() => CountedAsync(TaskContinuationOptions.ExecuteSynchronously);

    [Correct]
    public static async Task And_by_one_of_several_tasks()
    {
        var left = new int[1];
        Task[] tasks = [Later(), Later()];
        left[0] = 1;
        await Task.Factory.ContinueWhenAll(
            tasks, _ => left[0]--, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        Expect(0, left[0]);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task What_is_written_afterwards_is_not()
    {
        var left = new int[1];
        var task = Later();
        var continued = task.ContinueWith(_ => left[0]--, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        left[0] = 1;
        await continued;
    }

    [Broken(FailureKind.Assertion)]
    public static Task The_failure_that_came_first_is_that_of_the_whole() => Task.WhenAll(
        Fail(new ObjectDisposedException("pool")), Fail(new FormatException()));

    [Correct]
    public static async Task As_whoever_awaits_it_is_told()
    {
        try
        {
            await The_failure_that_came_first_is_that_of_the_whole();
        }
        catch (Exception thrown) when (thrown is ObjectDisposedException or FormatException)
        {
        }
    }

    private static async Task CountedAsync(TaskContinuationOptions options)
    {
        var left = new int[1];
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task[] tasks = [Later(), Task.Run(static () => { })];
        left[0] = tasks.Length;
        foreach (var task in tasks)
        {
            _ = task.ContinueWith(
                _ =>
                {
                    if (Interlocked.Decrement(ref left[0]) == 0)
                        done.SetResult();
                },
                CancellationToken.None,
                options,
                TaskScheduler.Default);
        }

        await done.Task;
    }

    private static async Task Later() => await Task.Delay(10);

    private static async Task Fail(Exception exception)
    {
        await Task.Yield();
        throw exception;
    }
}
