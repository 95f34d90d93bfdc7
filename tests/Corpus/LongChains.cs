namespace Corpus;

/// <summary>One completion goes on in the next, thousands of times: the stack must hold.</summary>
public static class LongChains
{
    [Correct]
    public static Task Of_tasks_each_of_which_awaits_the_one_before() => ChainAsync(1_200);

    public static Task Of_ten_thousand_tasks() => ChainAsync(10_000);

    public static Task Of_three_thousand_calls() => CallsAsync(3_000);

    public static async Task Of_a_thousand_promises_that_complete_the_next()
    {
        var first = new TaskCompletionSource<int>();
        var last = first;
        for (var i = 0; i < 1_000; i++)
            last = Next(last);
        first.SetResult(1);
        Expect(1_001, await last.Task);

        static TaskCompletionSource<int> Next(TaskCompletionSource<int> before)
        {
            var next = new TaskCompletionSource<int>();
            _ = PassOnAsync();
            return next;

            async Task PassOnAsync() => next.SetResult(await before.Task + 1);
        }
    }

    [Correct]
    public static Task Of_calls_that_come_back_after_one_yield() => CallsAsync(1_000);

    [Correct]
    public static async Task Of_value_tasks()
    {
        Expect(1_000, await DepthAsync(1_000));

        static async ValueTask<int> DepthAsync(int n)
        {
            if (n > 0)
                return 1 + await DepthAsync(n - 1);
            await Task.Yield();
            return 0;
        }
    }

    private static async Task ChainAsync(int length)
    {
        var first = new TaskCompletionSource();
        var last = first.Task;
        for (var i = 0; i < length; i++)
            last = NextAsync(last);
        first.SetResult();
        await last;

        static async Task NextAsync(Task before) => await before;
    }

    private static async Task CallsAsync(int depth)
    {
        Expect(depth, await DepthAsync(depth));

        static async Task<int> DepthAsync(int n)
        {
            if (n > 0)
                return 1 + await DepthAsync(n - 1);
            await Task.Yield();
            return 0;
        }
    }
}
