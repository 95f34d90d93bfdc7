// Alternative: starts the first replica even if the token is cancelled already; every end comes through a channel.
using System.Threading.Channels;

namespace ConcurrencyKatas.FirstWins;

public static class Hedge
{
    public static async Task<T> FirstAsync<T>(
        IReadOnlyList<Func<CancellationToken, Task<T>>> replicas, TimeSpan delay, CancellationToken token = default)
    {
        var ends = Channel.CreateUnbounded<(int Who, T? Answer, Exception? Failure)>();
        var losers = new CancellationTokenSource();
        var failures = new SortedList<int, Exception>();
        var (started, running) = (0, 0);
        T? answer = default;
        long last = 0;
        var state = "asking";

        Start();
        while (running > 0)
        {
            using var tick = CancellationTokenSource.CreateLinkedTokenSource(state == "asking" ? token : CancellationToken.None);
            if (state == "asking" && started < replicas.Count)
                tick.CancelAfter(Rest());
            (int Who, T? Answer, Exception? Failure) end;
            try
            {
                end = await ends.Reader.ReadAsync(tick.Token);
            }
            catch (OperationCanceledException)
            {
                if (token.IsCancellationRequested)
                {
                    state = "cancelled";
                    await losers.CancelAsync();
                }
                else if (!ends.Reader.TryPeek(out _))
                {
                    Start();
                }

                continue;
            }

            running--;
            if (state != "asking")
                continue;
            if (token.IsCancellationRequested)
            {
                state = "cancelled";
                await losers.CancelAsync();
            }
            else if (end.Failure is null)
            {
                (answer, state) = (end.Answer, "won");
                await losers.CancelAsync();
            }
            else
            {
                failures.Add(end.Who, end.Failure);
                if (started < replicas.Count)
                    Start();
            }
        }

        return state switch
        {
            "won" => answer!,
            "cancelled" => throw new OperationCanceledException(token),
            _ => throw new AggregateException(failures.Values),
        };

        void Start()
        {
            running++;
            last = System.Diagnostics.Stopwatch.GetTimestamp();
            _ = AskAsync(started++);
        }

        TimeSpan Rest()
        {
            var rest = delay - System.Diagnostics.Stopwatch.GetElapsedTime(last);
            return rest < TimeSpan.Zero ? TimeSpan.Zero : rest;
        }

        async Task AskAsync(int who)
        {
            try
            {
                ends.Writer.TryWrite((who, await replicas[who](losers.Token), null));
            }
            catch (Exception e)
            {
                ends.Writer.TryWrite((who, default, e));
            }
        }
    }
}
