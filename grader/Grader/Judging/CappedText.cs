using System.Buffers;
using System.Text;

namespace Grader.Judging;

/// <summary>Reads a stream to its end, so that its writer never blocks, and keeps the first bytes only.</summary>
internal sealed class CappedText(int mostBytes)
{
    private readonly ArrayBufferWriter<byte> kept = new();
    private readonly Lock reading = new();

    public async Task ReadAsync(Stream stream)
    {
        var buffer = new byte[8192];
        try
        {
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                lock (reading)
                    kept.Write(buffer.AsSpan(0, Math.Min(count, mostBytes - kept.WrittenCount)));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The end, by another name.
        }
    }

    /// <summary>What has come so far.</summary>
    public override string ToString()
    {
        lock (reading)
            return Encoding.UTF8.GetString(kept.WrittenSpan);
    }
}
