using System.Collections.Concurrent;
using Judge.Protocol;

namespace Judge.Hosting;

/// <summary>
/// What the parent asks, in its order. The parent holds the other end of the stream until it needs no more answers; with it ends
/// this process. (PR_SET_PDEATHSIG would follow the parent's <em>thread</em>, and .NET's pool retires threads.)
/// </summary>
internal sealed class Requests
{
    private readonly BlockingCollection<JudgeRequest> read = [];
    private Exception? none;

    /// <summary>Starts to read, on a thread that nothing of a submission can stop.</summary>
    public Requests(Stream lifeline) => new Thread(() => Read(lifeline)) { IsBackground = true, Name = "lifeline" }.UnsafeStart();

    /// <summary>The next one; waits for it. Throws when there never was one: then nothing of a submission is here yet.</summary>
    public JudgeRequest Next() => read.TryTake(out var request, Timeout.Infinite)
        ? request
        : throw new InvalidDataException("There was no request.", none);

    private void Read(Stream lifeline)
    {
        var any = false;
        try
        {
            for (; ; any = true)
                read.Add(Frames.ReadRequest(lifeline));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The end of the stream, or of what makes sense on it: nobody waits for more answers.
            if (any)
                Containment.Die();
            none = e;
            read.CompleteAdding();
        }
    }
}
