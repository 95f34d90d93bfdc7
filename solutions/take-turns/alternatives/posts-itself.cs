// Alternative: a method that posts itself to the loop, and a completion source for the result.
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var loop = SynchronizationContext.Current!;
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var next = 0;
        var total = 0L;
        Go();
        return done.Task;

        void Go()
        {
            var watch = Stopwatch.StartNew();
            try
            {
                while (next < vouchers.Count)
                {
                    if (token.IsCancellationRequested)
                    {
                        done.SetCanceled(token);
                        return;
                    }

                    total += handle(vouchers[next++]);
                    if (watch.ElapsedMilliseconds >= 50)
                    {
                        loop.Post(_ => Go(), null);
                        return;
                    }
                }

                done.SetResult(total);
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        }
    }
}
