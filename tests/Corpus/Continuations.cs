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

    private static async Task Fail(Exception exception)
    {
        await Task.Yield();
        throw exception;
    }
}
