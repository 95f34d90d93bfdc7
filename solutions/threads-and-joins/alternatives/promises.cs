// Alternative: a promise for each errand; its thread keeps it, and the caller waits for all of them.
namespace ConcurrencyKatas.ThreadsAndJoins;

public static class Errands
{
    public static T[] RunAll<T>(IReadOnlyList<Func<T>> errands, Action<string> log)
    {
        TaskCompletionSource<T>[] promises = [.. errands.Select(_ => new TaskCompletionSource<T>())];
        using var pencil = new Mutex();
        for (var i = 0; i < promises.Length; i++)
            Start(i);

        Task.WhenAll(promises.Select(promise => promise.Task.ContinueWith(_ => { }, TaskScheduler.Default))).GetAwaiter().GetResult();
        return Array.ConvertAll(promises, promise => promise.Task.GetAwaiter().GetResult());

        void Start(int i) => new Thread(() =>
        {
            Write($"start {i}");
            T result;
            try
            {
                result = errands[i]();
            }
            catch (Exception failure)
            {
                Write($"end {i}");
                promises[i].SetException(failure);
                return;
            }

            Write($"end {i}");
            promises[i].SetResult(result);
        }).Start();

        void Write(string line)
        {
            pencil.WaitOne();
            log(line);
            pencil.ReleaseMutex();
        }
    }
}
