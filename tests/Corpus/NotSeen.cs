using System.Collections.Concurrent;
using System.Threading.Tasks.Sources;

namespace Corpus;

/// <summary>Broken programs that pass: on the platform, what each expects fails now and then.</summary>
public static class NotSeen
{
    private static volatile bool flag;

    /// <summary>What a task does last and its completion are one step.</summary>
    public static async Task A_task_has_done_all_and_is_not_completed()
    {
        var task = Task.Run(static () => flag = true);
        if (flag)
            Expect(task.IsCompleted);
        await task;
    }

    /// <summary>So are a completion and what goes on inside of it.</summary>
    public static async Task A_task_is_completed_and_what_awaits_it_is_not()
    {
        var inner = Task.Run(static () => { });
        var outer = Task.WhenAll(inner, Task.CompletedTask);
        if (inner.IsCompleted)
            Expect(outer.IsCompleted);
        await outer;
    }

    /// <summary>So is the factory of a Lazy with what it says of itself.</summary>
    public static async Task A_lazy_value_is_made_and_the_lazy_does_not_say_so()
    {
        var lazy = new Lazy<bool>(static () => flag = true);
        var making = Task.Run(() => lazy.Value);
        if (flag)
            Expect(lazy.IsValueCreated);
        await making;
    }

    /// <summary>So is a query whose lambdas touch nothing that others do. The platform goes from bucket to bucket.</summary>
    public static async Task A_query_over_a_dictionary_that_changes()
    {
        var prices = new ConcurrentDictionary<int, int> { [5] = 1, [3] = 0 };
        var moving = Task.Run(() =>
        {
            prices[1] = 1;
            prices.TryRemove(5, out _);
        });
        Expect(prices.Sum(static price => price.Value) > 0);
        await moving;
    }

    /// <summary>The platform asks how many there are, makes room for them, and then copies: there may be more by then.</summary>
    public static async Task A_list_of_a_dictionary_that_grows()
    {
        var names = new ConcurrentDictionary<int, string> { [1] = "a" };
        var adding = Task.Run(() => names.TryAdd(2, "b"));
        Expect(names.ToList().Count is 1 or 2);
        await adding;
    }

    /// <summary>No other operation comes between a value task and the source that answers it.</summary>
    public static async Task A_value_task_is_answered_before_it_is_asked()
    {
        var reply = new Reply();
        var pending = reply.Ask();
        var answering = Task.Run(() => reply.Answer(1));
        Expect(!pending.IsCompleted);
        await pending;
        await answering;
    }

    private sealed class Reply : IValueTaskSource<int>
    {
        private ManualResetValueTaskSourceCore<int> core;

        public ValueTask<int> Ask() => new(this, core.Version);

        public void Answer(int value) => core.SetResult(value);

        public int GetResult(short token) => core.GetResult(token);

        public ValueTaskSourceStatus GetStatus(short token) => core.GetStatus(token);

        public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            core.OnCompleted(continuation, state, token, flags);
    }
}
