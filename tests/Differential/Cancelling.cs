namespace Differential;

/// <summary>Every wait that takes a token: cancelled before it begins, while it waits, and after it ended.</summary>
public static class Cancelling
{
    public static IEnumerable<Case> Before() =>
        Waits().Select(wait => new Case(wait.Name, async log =>
        {
            log.Token = new CancellationToken(true);
            await log.Await(() => wait.Start(log.Token), "wait");
        }));

    public static IEnumerable<Case> Meanwhile() =>
        Waits().Select(wait => new Case(wait.Name, async log =>
        {
            using var source = new CancellationTokenSource();
            log.Token = source.Token;
            var task = wait.Start(source.Token);
            log.Is(task.IsCompleted);
            source.Cancel();
            await log.Await(() => task, "wait");
            log.Is(task);
            log.Try(() => task.Wait());
        }));

    public static IEnumerable<Case> Meanwhile_by_a_linked_source() =>
        Waits().Select(wait => new Case(wait.Name, async log =>
        {
            using var source = new CancellationTokenSource();
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(source.Token);
            log.Token = linked.Token;
            var task = wait.Start(linked.Token);
            source.Cancel();
            await log.Await(() => task, "wait");
        }));

    public static IEnumerable<Case> Blocked() =>
        Blocks().Select(block => new Case(block.Name, log =>
        {
            using var source = new CancellationTokenSource();
            log.Token = source.Token;
            var thread = new Thread(source.Cancel);
            thread.Start();
            log.Try(() => block.Act(source.Token), "block");
            thread.Join();
            return Task.CompletedTask;
        }));

    public static IEnumerable<Case> Blocked_with_a_cancelled_token() =>
        Blocks().Select(block => new Case(block.Name, log =>
        {
            log.Token = new CancellationToken(true);
            log.Try(() => block.Act(log.Token), "block");
            return Task.CompletedTask;
        }));

    private static IEnumerable<(string Name, Func<CancellationToken, Task> Start)> Waits() =>
    [
        ("SemaphoreSlim.WaitAsync", token => new SemaphoreSlim(0).WaitAsync(token)),
        ("SemaphoreSlim.WaitAsync with a timeout", token => new SemaphoreSlim(0).WaitAsync(600_000, token)),
        ("SemaphoreSlim.WaitAsync with a span", token => new SemaphoreSlim(0).WaitAsync(TimeSpan.FromMinutes(10), token)),
        ("Unbounded.ReadAsync", token => Channel.CreateUnbounded<int>().Reader.ReadAsync(token).AsTask()),
        ("Unbounded.WaitToReadAsync", token => Channel.CreateUnbounded<int>().Reader.WaitToReadAsync(token).AsTask()),
        ("Unbounded.ReadAllAsync", token => Channel.CreateUnbounded<int>().Reader.ReadAllAsync(token).GetAsyncEnumerator().MoveNextAsync().AsTask()),
        ("ReadAllAsync, token to the enumerator", token => Channel.CreateUnbounded<int>().Reader.ReadAllAsync().GetAsyncEnumerator(token).MoveNextAsync().AsTask()),
        ("Single reader's ReadAsync", token => Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true }).Reader.ReadAsync(token).AsTask()),
        ("Single reader's WaitToReadAsync", token => Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true }).Reader.WaitToReadAsync(token).AsTask()),
        ("Prioritized.ReadAsync", token => Channel.CreateUnboundedPrioritized<int>().Reader.ReadAsync(token).AsTask()),
        ("Bounded.ReadAsync", token => Channel.CreateBounded<int>(1).Reader.ReadAsync(token).AsTask()),
        ("Bounded.WaitToReadAsync", token => Channel.CreateBounded<int>(1).Reader.WaitToReadAsync(token).AsTask()),
        ("Bounded.WriteAsync", token => Full().Writer.WriteAsync(2, token).AsTask()),
        ("Bounded.WaitToWriteAsync", token => Full().Writer.WaitToWriteAsync(token).AsTask()),
        ("PeriodicTimer.WaitForNextTickAsync", token => new PeriodicTimer(TimeSpan.FromMinutes(10)).WaitForNextTickAsync(token).AsTask()),
        ("Task.Delay", token => Task.Delay(600_000, token)),
        ("Task.Delay of a span", token => Task.Delay(TimeSpan.FromMinutes(10), token)),
        ("Task.Delay for ever", token => Task.Delay(-1, token)),
        ("Task.Delay with a provider", token => Task.Delay(TimeSpan.FromMinutes(10), TimeProvider.System, token)),
        ("Task.WaitAsync", token => new TaskCompletionSource().Task.WaitAsync(token)),
        ("Task.WaitAsync with a timeout", token => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMinutes(10), token)),
        ("Task<T>.WaitAsync", token => new TaskCompletionSource<int>().Task.WaitAsync(token)),
        ("Task<T>.WaitAsync with a timeout", token => new TaskCompletionSource<int>().Task.WaitAsync(TimeSpan.FromMinutes(10), token)),
        ("ContinueWith", token => new TaskCompletionSource().Task.ContinueWith(_ => { }, token)),
        ("ContinueWith of a function", token => new TaskCompletionSource<int>().Task.ContinueWith(done => 1, token)),
        ("a cold task", token => new Task(() => { }, token)),
        ("a registration", token =>
        {
            var source = new TaskCompletionSource();
            token.Register(() => source.SetCanceled(token));
            return source.Task;
        }),
        ("an async method", async token =>
        {
            await Task.Delay(-1, token);
        }),
        ("an async method of a value", token => Value(token)),
        ("an async stream", token => Stream(token).GetAsyncEnumerator().MoveNextAsync().AsTask()),
        ("WhenAll", token => Task.WhenAll(Task.CompletedTask, Task.Delay(-1, token))),
        ("WhenAll of values", token => Task.WhenAll(Value(token), Value(token))),
        ("Unwrap", token => new TaskFactory().StartNew(() => Value(token), default, default, TaskScheduler.Default).Unwrap()),
        ("Task.Run of a function", token => Task.Run(() => Value(token))),
        ("Task.Run with the token", token => Task.Run(() => Value(token), token)),
        ("Parallel.ForEachAsync", token => Parallel.ForEachAsync([1], token, async (_, own) => await Task.Delay(-1, own))),
        ("TaskCompletionSource.SetFromTask", token =>
        {
            var source = new TaskCompletionSource();
            Task.Delay(-1, token).ContinueWith(source.SetFromTask, TaskContinuationOptions.ExecuteSynchronously);
            return source.Task;
        }),
    ];

    private static IEnumerable<(string Name, Action<CancellationToken> Act)> Blocks() =>
    [
        ("SemaphoreSlim.Wait", token => new SemaphoreSlim(0).Wait(token)),
        ("SemaphoreSlim.Wait with a timeout", token => new SemaphoreSlim(0).Wait(600_000, token)),
        ("SemaphoreSlim.Wait behind an async wait", token =>
        {
            var semaphore = new SemaphoreSlim(0);
            semaphore.WaitAsync();
            semaphore.Wait(token);
        }),
        ("ManualResetEventSlim.Wait", token => new ManualResetEventSlim().Wait(token)),
        ("ManualResetEventSlim.Wait with a timeout", token => new ManualResetEventSlim().Wait(600_000, token)),
        ("CountdownEvent.Wait", token => new CountdownEvent(1).Wait(token)),
        ("CountdownEvent.Wait with a timeout", token => new CountdownEvent(1).Wait(600_000, token)),
        ("Barrier.SignalAndWait", token => new Barrier(2).SignalAndWait(token)),
        ("Barrier.SignalAndWait with a timeout", token => new Barrier(2).SignalAndWait(600_000, token)),
        ("BlockingCollection.Take", token => new BlockingCollection<int>().Take(token)),
        ("BlockingCollection.TryTake", token => new BlockingCollection<int>().TryTake(out _, -1, token)),
        ("BlockingCollection.TryTake with a timeout", token => new BlockingCollection<int>().TryTake(out _, 600_000, token)),
        ("BlockingCollection.Add", token => new BlockingCollection<int>(1) { 1 }.Add(2, token)),
        ("BlockingCollection.TryAdd", token => new BlockingCollection<int>(1) { 1 }.TryAdd(2, 600_000, token)),
        ("BlockingCollection.GetConsumingEnumerable", token =>
        {
            foreach (var item in new BlockingCollection<int>().GetConsumingEnumerable(token))
                break;
        }),
        ("BlockingCollection.TakeFromAny", token => BlockingCollection<int>.TakeFromAny([new(), new()], out _, token)),
        ("BlockingCollection.TryTakeFromAny", token => BlockingCollection<int>.TryTakeFromAny([new(), new()], out _, 600_000, token)),
        ("BlockingCollection.AddToAny", token => BlockingCollection<int>.AddToAny([new(1) { 1 }, new(1) { 1 }], 2, token)),
        ("Task.Wait", token => new TaskCompletionSource().Task.Wait(token)),
        ("Task.Wait with a timeout", token => new TaskCompletionSource().Task.Wait(600_000, token)),
        ("Task.Wait of a span", token => new TaskCompletionSource().Task.Wait(TimeSpan.FromMinutes(10), token)),
        ("Task.WaitAll", token => Task.WaitAll([new TaskCompletionSource().Task], token)),
        ("Task.WaitAll with a timeout", token => Task.WaitAll([new TaskCompletionSource().Task], 600_000, token)),
        ("Task.WaitAny", token => Task.WaitAny([new TaskCompletionSource().Task], token)),
        ("Task.WaitAny with a timeout", token => Task.WaitAny([new TaskCompletionSource().Task], 600_000, token)),
        ("WaitHandle of the token", token => token.WaitHandle.WaitOne()),
        ("WaitHandle of the token, then a throw", token =>
        {
            WaitHandle.WaitAny([token.WaitHandle]);
            token.ThrowIfCancellationRequested();
        }),
    ];

    private static Channel<int> Full()
    {
        var channel = Channel.CreateBounded<int>(1);
        channel.Writer.TryWrite(1);
        return channel;
    }

    private static async Task<int> Value(CancellationToken token)
    {
        await Task.Delay(-1, token);
        return 1;
    }

    private static async IAsyncEnumerable<int> Stream([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        await Task.Delay(-1, token);
        yield return 1;
    }
}
