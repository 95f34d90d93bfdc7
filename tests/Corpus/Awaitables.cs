using System.Runtime.CompilerServices;

namespace Corpus;

/// <summary>What is awaited and is no task. What becomes of each is for the tests to say.</summary>
public static class Awaitables
{
    public static async Task A_sequence_with_a_token()
    {
        using var source = new CancellationTokenSource(35);
        var count = 0;
        try
        {
            await foreach (var item in Endless().WithCancellation(source.Token))
                count++;
        }
        catch (OperationCanceledException)
        {
        }

        Expect(3, count);

        static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken token = default)
        {
            for (var i = 0; ; i++)
            {
                await Task.Delay(10, token);
                yield return i;
            }
        }
    }

    public static async Task A_sequence_and_a_disposable_that_are_configured()
    {
        var disposable = new Disposable();
        await using (disposable.ConfigureAwait(false))
            await Task.Yield();
        Expect(disposable.Done);
        var sum = 0;
        await foreach (var item in OneAndTwo().ConfigureAwait(false))
            sum += item;
        Expect(3, sum);

        static async IAsyncEnumerable<int> OneAndTwo()
        {
            await Task.Yield();
            yield return 1;
            await Task.Yield();
            yield return 2;
        }
    }

    public static async Task A_struct_of_ones_own_that_goes_on_in_a_task()
    {
        var result = await new InTask();
        Expect(7, result);
    }

    public static async Task An_object_of_ones_own_that_goes_on_in_a_thread()
    {
        var count = 1;
        var result = await new InThread();
        count++;
        Expect(result == 7 && count == 2);
    }

    private struct InTask : INotifyCompletion
    {
        public readonly bool IsCompleted => false;

        public readonly void OnCompleted(Action continuation) => Task.Run(continuation);

        public readonly int GetResult() => 7;

        public readonly InTask GetAwaiter() => this;
    }

    private sealed class InThread : INotifyCompletion
    {
        public bool IsCompleted => false;

        public void OnCompleted(Action continuation) => new Thread(() => continuation()).Start();

        public int GetResult() => 7;

        public InThread GetAwaiter() => this;
    }

    private sealed class Disposable : IAsyncDisposable
    {
        public bool Done { get; private set; }

        public async ValueTask DisposeAsync()
        {
            await Task.Yield();
            Done = true;
        }
    }
}
