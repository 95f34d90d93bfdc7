// Alternative: an iterator that says where it may be interrupted, and a driver that posts its slices, the first one too.
using System.Diagnostics;

namespace ConcurrencyKatas.TakeTurns;

public static class Counter
{
    public static Task<long> HandleAsync(
        IReadOnlyList<int> vouchers, Func<int, long> handle, CancellationToken token = default)
    {
        var done = new TaskCompletionSource<long>();
        var loop = SynchronizationContext.Current!;
        var total = 0L;
        var slices = Slices().GetEnumerator();
        loop.Post(Drive, null);
        return done.Task;

        void Drive(object? state)
        {
            try
            {
                if (slices.MoveNext())
                {
                    loop.Post(Drive, null);
                    return;
                }
            }
            catch (OperationCanceledException exception) when (token.IsCancellationRequested && exception.CancellationToken == token)
            {
                done.SetCanceled(token);
                return;
            }
            catch (Exception exception)
            {
                done.SetException(exception);
                return;
            }

            done.SetResult(total);
        }

        IEnumerable<bool> Slices()
        {
            var spent = TimeSpan.Zero;
            foreach (var voucher in vouchers)
            {
                token.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                total += handle(voucher);
                spent += Stopwatch.GetElapsedTime(start);
                if (spent >= TimeSpan.FromMilliseconds(50))
                {
                    spent = TimeSpan.Zero;
                    yield return true;
                }
            }
        }
    }
}
