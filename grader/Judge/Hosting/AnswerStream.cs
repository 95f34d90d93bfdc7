using Judge.Protocol;

namespace Judge.Hosting;

/// <summary>Sends answers to the parent, each as soon as it is known: what was sent stays known when the judge dies.</summary>
internal sealed class AnswerStream(Stream stream) : IDisposable
{
    private readonly Lock sending = new();

    /// <summary>The key of the request; empty until there is one.</summary>
    public string Key { get; set; } = "";

    public void Send(JudgeFrame frame)
    {
        var bytes = Frames.Encode(frame with { Key = Key });
        lock (sending)
        {
            stream.Write(bytes);
            stream.Flush();
        }
    }

    public void Dispose() => stream.Dispose();
}
