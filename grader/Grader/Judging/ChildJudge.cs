using System.ComponentModel;
using System.Security.Cryptography;
using System.Text.Json;
using Judge;
using Judge.Protocol;

namespace Grader.Judging;

/// <summary>
/// Judges in a process of its own. The exit code of that process and its silence mean nothing: only a whole report with
/// its last frame counts, and every wait has an end.
/// </summary>
internal sealed class ChildJudge(ILauncher launcher, TimeProvider time) : IJudge
{
    /// <summary>How long the streams of a process that was killed may take to end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public async Task<Judgement> JudgeAsync(JudgeRequest request, CancellationToken cancellation)
    {
        request = request with { Key = RandomNumberGenerator.GetHexString(32) };
        JudgeProcess process;
        try
        {
            process = launcher.Launch(request);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return new Judgement(Verdict.JudgeError, $"The judge could not be started: {e.Message}", []) { Started = false };
        }

        var whole = false;
        try
        {
            (var judgement, whole) = await SuperviseAsync(process, request, cancellation);
            return judgement;
        }
        finally
        {
            launcher.Release(process, request, whole);
        }
    }

    private async Task<(Judgement Judgement, bool Whole)> SuperviseAsync(
        JudgeProcess process, JudgeRequest request, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var transcript = new Transcript();
        var before = process.Served > 0 ? ProcessTable.Read(process.Id).CpuSeconds : 0;
        var conversation = ConverseAsync(process, request, transcript);
        var talk = Task.WhenAll(conversation, process.ListenAsync(request.Limits.OutputKilobytes << 10));
        var watchdog = new Watchdog(request.Limits, time, before);
        var limit = watchdog.WatchAsync(process.Id, done.Token);

        _ = await Task.WhenAny(conversation, limit);
        var broken = limit.IsCompletedSuccessfully ? await limit : null;
        // The kernel may have been first, on a busy machine: what an ended process used can be read until it is let go of, if the box
        // around it did not end in the same moment.
        var used = ProcessTable.Read(process.Id);
        used = used with { CpuSeconds = Math.Max(used.CpuSeconds, watchdog.CpuSeconds) - before };
        await done.CancelAsync();
        var whole = request.Shared && conversation.IsCompletedSuccessfully && transcript.Ending is { } last && transcript.ToJudgement(last).Plain;
        if (!whole && transcript.Ending is not null)
            await launcher.FinishAsync(process, request);
        if (!whole)
            process.Kill();
        cancellation.ThrowIfCancellationRequested();
        if (!whole)
            await Task.WhenAny(talk, Task.Delay(Grace, time, CancellationToken.None));

        lock (transcript)
        {
            var ending = transcript.Ending ?? broken ?? Ending.Gone(process.Errors, used, request.Limits);
            var judgement = transcript.ToJudgement(ending) with { Output = process.Output, Errors = process.Errors, CpuSeconds = used.CpuSeconds, WaitedSeconds = watchdog.Waited.TotalSeconds };
            return (judgement, whole);
        }
    }

    private static async Task ConverseAsync(JudgeProcess process, JudgeRequest request, Transcript transcript)
    {
        try
        {
            await process.Requests.WriteAsync(Frames.Encode(request));
            await process.Requests.FlushAsync();
            while (await Frames.ReadAnswerAsync(process.Answers, CancellationToken.None) is { } frame)
            {
                // A judge that fails before it has read the key has run nothing of a submission yet.
                if (frame.Key != request.Key && (transcript.Begun || frame is not JudgeFinished { Verdict: Verdict.JudgeError }))
                    throw new InvalidDataException("An answer without the key of its judge.");
                lock (transcript)
                {
                    transcript.Add(frame);
                    if (transcript.Ending is not null)
                        return;
                }
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // It ended in the middle of a word, or said what is no word (nothing that it sends may end as an exception of ours):
            // either way there is no last frame.
        }
    }
}
