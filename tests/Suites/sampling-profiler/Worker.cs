using System.Diagnostics;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

/// <summary>What a worker does: it goes from stack to stack, and stays in each for so long. Times are virtual.</summary>
/// <param name="steps">The stacks, frame by frame, and the milliseconds in each; no frame means idle.</param>
internal sealed class Worker(params (string[] Frames, double Milliseconds)[] steps)
{
    /// <summary>One that is busy with drawn things for longer than a second; it changes 1 ms or 2 ms after multiples of 5 ms.</summary>
    public static Worker Drawn(Random draw)
    {
        string[] names = ["main", "parse", "render", "sort", "wait"];
        var offset = draw.Next(1, 3);
        return new([.. Enumerable.Range(0, 12).Select(step =>
        {
            var depth = step % 4 == 3 ? 0 : draw.Next(1, 4);
            return (Enumerable.Range(0, depth).Select(_ => names[draw.Next(names.Length)]).ToArray(), (5.0 * draw.Next(10, 30)) + (step == 0 ? offset : 0));
        })]);
    }

    /// <summary>Does it all, on the calling thread, and returns when it was done.</summary>
    public TimeSpan Run(Probe probe, Stopwatch watch)
    {
        foreach (var (frames, milliseconds) in steps)
        {
            IDisposable[] entered = [.. frames.Select(probe.Enter)];
            Thread.Sleep(TimeSpan.FromMilliseconds(milliseconds));
            foreach (var frame in entered.Reverse())
                frame.Dispose();
        }

        return watch.Elapsed;
    }

    /// <summary>How often each stack is seen at multiples of the interval, up to the end, if the worker starts so many milliseconds later.</summary>
    public void Count(double interval, double duration, Dictionary<string, int> counts, double start = 0)
    {
        for (var look = 1; look * interval <= duration; look++)
        {
            if (StackAt((look * interval) - start) is { Length: > 0 } stack)
                counts[stack] = counts.GetValueOrDefault(stack) + 1;
        }
    }

    private string StackAt(double instant)
    {
        var end = 0.0;
        foreach (var (frames, milliseconds) in steps)
        {
            end += milliseconds;
            if (instant >= 0 && instant < end)
                return string.Join(';', frames);
        }

        return "";
    }
}
