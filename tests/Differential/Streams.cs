namespace Differential;

/// <summary>Where the two ends of an async stream go on when there is a context: its promises post to it, as tasks need not.</summary>
public static class Streams
{
    public static void On_a_context(Log log) => Consumed(log, captures: true);

    public static void On_a_context_that_is_not_captured(Log log) => Consumed(log, captures: false);

    public static void Task_on_a_context(Log log)
    {
        var loop = new CountingLoop();
        loop.Run(async () =>
        {
            await InnerAsync();
            log.Add(ReferenceEquals(SynchronizationContext.Current, loop));
        });
        log.Add(loop.Posts);

        static async Task InnerAsync() => await Task.Yield();
    }

    private static void Consumed(Log log, bool captures)
    {
        var loop = new CountingLoop();
        loop.Run(async () =>
        {
            await foreach (var value in ValuesAsync().ConfigureAwait(captures))
                log.Add($"{value} {ReferenceEquals(SynchronizationContext.Current, loop)} {loop.Posts}");
        });
        log.Add(loop.Posts);
    }

    private static async IAsyncEnumerable<int> ValuesAsync()
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>A loop of one thread: everything here is posted by itself, so there is always something to run until main has ended.</summary>
    private sealed class CountingLoop : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();

        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            posted.Enqueue((d, state));
        }

        public void Run(Func<Task> main)
        {
            var before = Current;
            SetSynchronizationContext(this);
            var task = main();
            while (!task.IsCompleted)
            {
                var (callback, state) = posted.Dequeue();
                callback(state);
            }

            SetSynchronizationContext(before);
            task.GetAwaiter().GetResult();
        }
    }
}
