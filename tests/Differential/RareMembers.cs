using System.Collections.Concurrent;

namespace Differential;

/// <summary>Members that few programs call.</summary>
public static class RareMembers
{
    public static void The_handle_of_an_event(Log log)
    {
        var it = new ManualResetEventSlim();
        var handle = it.WaitHandle;
        log.Is(ReferenceEquals(handle, it.WaitHandle));
        log.Try(() => handle.WaitOne(0));
        it.Set();
        log.Try(() => handle.WaitOne(0));
        log.Try(() => handle.WaitOne(0));
        it.Reset();
        log.Try(() => handle.WaitOne(0));
        log.Try(() => new ManualResetEventSlim(true).WaitHandle.WaitOne(0));
        it.Dispose();
        log.Try(() => it.WaitHandle);
        log.Try(() => handle.WaitOne(0));
    }

    public static void The_handle_of_a_count(Log log)
    {
        var it = new CountdownEvent(1);
        var handle = it.WaitHandle;
        log.Try(() => handle.WaitOne(0));
        log.Try(() => it.Signal());
        log.Try(() => handle.WaitOne(0));
        it.Reset(2);
        log.Try(() => handle.WaitOne(0));
        it.Reset(0);
        log.Try(() => handle.WaitOne(0));
        it.Dispose();
        log.Try(() => it.WaitHandle);
        log.Try(() => handle.WaitOne(0));
    }

    public static void The_handle_of_a_semaphore(Log log)
    {
        var it = new SemaphoreSlim(1);
        var handle = it.AvailableWaitHandle;
        log.Try(() => handle.WaitOne(0));
        log.Is(it.CurrentCount);
        it.Wait();
        log.Try(() => handle.WaitOne(0));
        it.Release(2);
        log.Try(() => handle.WaitOne(0));
        it.Wait();
        log.Try(() => handle.WaitOne(0));
        it.Wait();
        var waiting = it.WaitAsync();
        it.Release();
        log.Try(() => handle.WaitOne(0));
        log.Is(waiting.IsCompleted);
        it.Dispose();
        log.Try(() => it.AvailableWaitHandle);
        log.Try(() => handle.WaitOne(0));
    }

    public static async Task A_task_with_a_state(Log log)
    {
        var it = new Task<string>(state => state + "!", "a");
        log.Is(it.AsyncState);
        it.Start();
        await log.Await(() => it);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        log.Try(() => new Task<string>(state => state + "!", "b", cancelled.Token).Status);
        log.Try(() => new Task<string>(state => state + "!", "c", TaskCreationOptions.LongRunning).CreationOptions);
        log.Try(() => new Task<string>(null!, "d", CancellationToken.None, TaskCreationOptions.None));
    }

    public static void A_dictionary_by_spans(Log log)
    {
        var it = new ConcurrentDictionary<string, int> { ["one"] = 1 };
        log.Try(() => it.TryGetAlternateLookup<ReadOnlySpan<char>>(out _));
        log.Try(() => it.TryGetAlternateLookup<int>(out _));
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>()["one"]);
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>()["two"]);
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>()["two"] = 2);
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue("two", out var key, out var value) ? key + value : "none");
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>().TryRemove("two", out var key, out var value) ? key + value : "none");
        log.Try(() => it.GetAlternateLookup<ReadOnlySpan<char>>().TryRemove("two", out var key, out var value) ? key + value : "none");
    }

    public static void Any_of_two_collections_for_a_while(Log log)
    {
        var both = new[] { new BlockingCollection<int>(1), new BlockingCollection<int>(1) };
        log.Try(() => BlockingCollection<int>.TryTakeFromAny(both, out _, TimeSpan.FromMilliseconds(1)));
        log.Try(() => BlockingCollection<int>.TryAddToAny(both, 1, TimeSpan.FromMilliseconds(1)) >= 0);
        log.Try(() => BlockingCollection<int>.TryAddToAny(both, 2, TimeSpan.FromMilliseconds(1)) >= 0);
        log.Try(() => BlockingCollection<int>.TryAddToAny(both, 3, TimeSpan.FromMilliseconds(1)));
        log.Try(() => BlockingCollection<int>.TryAddToAny(both, 3, TimeSpan.FromMilliseconds(-2)));
        log.Try(() => BlockingCollection<int>.TryTakeFromAny(both, out _, TimeSpan.FromMilliseconds(1)) >= 0);
    }

    public static void A_sequence_that_is_waited_for(Log log)
    {
        foreach (var item in Items().ToBlockingEnumerable())
            log.Is(item);
        log.Try(() => Items().ToBlockingEnumerable().First());
        log.Try(() => Failing().ToBlockingEnumerable().Count());
        log.Try(() => Items().ToBlockingEnumerable(new CancellationToken(true)).Count());
        log.Try(() => ((IAsyncEnumerable<int>)null!).ToBlockingEnumerable().GetType().IsPublic);

        async IAsyncEnumerable<int> Items()
        {
            try
            {
                yield return 1;
                await Task.Delay(1);
                yield return 2;
            }
            finally
            {
                await Task.Yield();
                log.Add("left");
            }
        }

        static async IAsyncEnumerable<int> Failing()
        {
            yield return 1;
            await Task.Yield();
            throw new FormatException("no item");
        }
    }
}
