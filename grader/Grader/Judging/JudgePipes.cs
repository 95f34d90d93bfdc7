using System.IO.Pipes;

namespace Grader.Judging;

/// <summary>The four streams between the grader and one judge.</summary>
/// <param name="Requests">What the judge reads.</param>
/// <param name="Answers">What it answers.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record JudgePipes(Stream Requests, Stream Answers, Stream Output, Stream Errors) : IDisposable
{
    /// <summary>Ends that no process inherits unless it is given them.</summary>
    public static JudgePipes Private() => new(
        new AnonymousPipeServerStream(PipeDirection.Out), new AnonymousPipeServerStream(PipeDirection.In),
        new AnonymousPipeServerStream(PipeDirection.In), new AnonymousPipeServerStream(PipeDirection.In));

    /// <summary>The judge's ends of <see cref="Private"/> pipes.</summary>
    public IReadOnlyList<int> JudgeEnds => [.. Pipes.Select(pipe => (int)pipe.ClientSafePipeHandle.DangerousGetHandle())];

    private IEnumerable<AnonymousPipeServerStream> Pipes =>
        ((Stream[])[Requests, Answers, Output, Errors]).OfType<AnonymousPipeServerStream>();

    /// <summary>The judge has its own copies: as long as these are open, its end is not the end of the stream.</summary>
    public void CloseJudgeEnds()
    {
        foreach (var pipe in Pipes)
            pipe.DisposeLocalCopyOfClientHandle();
    }

    public void Dispose()
    {
        Requests.Dispose();
        Answers.Dispose();
        Output.Dispose();
        Errors.Dispose();
    }
}
