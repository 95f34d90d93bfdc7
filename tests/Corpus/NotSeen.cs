using System.Threading.Tasks.Sources;

namespace Corpus;

/// <summary>Broken programs that pass: on the platform, what each expects fails now and then.</summary>
public static class NotSeen
{
    /// <summary>A completion and what goes on inside of it are one step.</summary>
    public static async Task A_task_is_completed_and_what_is_made_of_it_is_not()
    {
        var inner = Task.Run(static () => { });
        var outer = Task.WhenAll(inner, Task.CompletedTask);
        if (inner.IsCompleted)
            Expect(outer.IsCompleted);
        await outer;
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
