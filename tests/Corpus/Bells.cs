namespace Corpus;

/// <summary>Those who wait in line are woken by a task, and a newcomer may come before they run.</summary>
public static class Bells
{
    [Correct]
    public static Task What_comes_back_is_handed_over() => Overtaken(handsOver: true, static (bell, token) => bell.WaitAsync(token));

    [Broken(FailureKind.Assertion)]
    public static Task What_comes_back_is_there_for_anybody() => Overtaken(handsOver: false, static (bell, token) => bell.WaitAsync(token));

    [Correct]
    public static Task What_comes_back_is_handed_over_with_a_timeout() =>
        Overtaken(handsOver: true, static (bell, _) => bell.WaitAsync(TimeSpan.FromHours(1)));

    [Broken(FailureKind.Assertion)]
    public static Task What_comes_back_is_there_for_anybody_with_a_timeout() =>
        Overtaken(handsOver: false, static (bell, _) => bell.WaitAsync(TimeSpan.FromHours(1)));

    [Correct]
    public static Task What_comes_back_is_handed_over_to_one_of_two_bells() =>
        Overtaken(handsOver: true, static async (bell, _) => await Task.WhenAny(bell, new TaskCompletionSource().Task));

    [Broken(FailureKind.Assertion)]
    public static Task What_comes_back_is_there_for_anybody_at_one_of_two_bells() =>
        Overtaken(handsOver: false, static async (bell, _) => await Task.WhenAny(bell, new TaskCompletionSource().Task));

    /// <summary>One waits, one gives back, one comes: whoever waited is never left empty-handed.</summary>
    private static async Task Overtaken(bool handsOver, Func<Task, CancellationToken, Task> wait)
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new Lock();
        var bell = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var free = 0;
        var first = FirstAsync();

        await Task.WhenAll(Task.Run(GiveBack), Task.Run(Take));

        Expect(true, await first);

        async Task<bool> FirstAsync()
        {
            await wait(bell.Task, cancellation.Token);
            return handsOver || Take();
        }

        void GiveBack()
        {
            lock (gate)
            {
                free += handsOver ? 0 : 1;
                bell.SetResult();
            }
        }

        bool Take()
        {
            lock (gate)
                return free > 0 && free-- > 0;
        }
    }
}
