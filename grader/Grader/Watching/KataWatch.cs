using System.Runtime.CompilerServices;

namespace Grader.Watching;

/// <summary>Runs a kata's visible tests once, and again on each save; what a newer save has made idle is stopped.</summary>
internal sealed class KataWatch(KataFolder kata, VisibleTests tests, TimeProvider time)
{
    /// <summary>How often the folder is looked at. Asking works on every file system and with every editor; being told does not.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(40);

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    public async IAsyncEnumerable<WatchNews> NewsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? shown = null; ;)
        {
            var stamp = await SettledAsync(shown, cancellation);
            var start = time.GetTimestamp();
            using var outdated = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var run = tests.RunAsync(kata, outdated.Token);
            var told = false;
            while (!run.IsCompleted && kata.Stamp() == stamp)
            {
                await Task.WhenAny(run, Task.Delay(Period, time, cancellation));
                if (told || run.IsCompleted || time.GetElapsedTime(start) < Patience)
                    continue;
                told = true;
                yield return new WatchNews(null, time.GetElapsedTime(start));
            }

            var outcome = await FinishedAsync(run, outdated);
            shown = outcome is null ? null : stamp;
            if (outcome is not null)
                yield return new WatchNews(outcome, time.GetElapsedTime(start));
        }
    }

    /// <summary>Waits for a save, and until it is whole: editors write in steps, or put a new file in the place of the old.</summary>
    private async Task<string> SettledAsync(string? shown, CancellationToken cancellation)
    {
        for (string? before = null; ;)
        {
            var now = kata.Stamp();
            if (now is not null && now != shown && now == before)
                return now;
            before = now;
            await Task.Delay(Period, time, cancellation);
        }
    }

    /// <summary>Null for a run that was outdated before its end.</summary>
    private static async Task<VisibleTests.Outcome?> FinishedAsync(Task<VisibleTests.Outcome> run, CancellationTokenSource outdated)
    {
        if (!run.IsCompleted)
            await outdated.CancelAsync();
        try
        {
            return await run;
        }
        catch (OperationCanceledException) when (outdated.IsCancellationRequested)
        {
            return null;
        }
    }
}
