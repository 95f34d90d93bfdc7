using System.Collections.Concurrent;

namespace Corpus;

/// <summary>Reports of progress. What becomes of each is for the tests to say.</summary>
public static class Reports
{
    public static async Task Two_are_counted()
    {
        var seen = 0;
        var done = new TaskCompletionSource();
        var progress = new Progress<int>(_ =>
        {
            if (Interlocked.Increment(ref seen) == 2)
                done.SetResult();
        });
        await Task.Run(() =>
        {
            ((IProgress<int>)progress).Report(1);
            ((IProgress<int>)progress).Report(2);
        });
        await done.Task;
        Expect(2, seen);
    }

    public static async Task Two_to_an_object_of_ones_own()
    {
        var sum = new Sum();
        await Task.WhenAll(Go(sum), Go(sum));
        Expect(2, sum.Total);

        static async Task Go(IProgress<int> progress)
        {
            await Task.Yield();
            progress.Report(1);
        }
    }

    public static async Task One_to_an_event()
    {
        var done = new TaskCompletionSource<int>();
        var progress = new Progress<int>();
        progress.ProgressChanged += (_, value) => done.SetResult(value);
        ((IProgress<int>)progress).Report(5);
        Expect(5, await done.Task);
    }

    public static async Task Two_are_expected_in_their_order()
    {
        var seen = new ConcurrentQueue<int>();
        var done = new TaskCompletionSource();
        var progress = new Progress<int>(value =>
        {
            seen.Enqueue(value);
            if (seen.Count == 2)
                done.TrySetResult();
        });
        ((IProgress<int>)progress).Report(1);
        ((IProgress<int>)progress).Report(2);
        await done.Task;
        Expect(seen.ToArray() is [1, 2]);
    }

    private sealed class Sum : IProgress<int>
    {
        public int Total;

        public void Report(int value) => Interlocked.Add(ref Total, value);
    }
}
