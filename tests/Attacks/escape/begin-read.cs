// The same by a stream: BeginRead of the base runs Read on the pool.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation|TimeLimit|Livelock
// layer: policy; engine
internal static class Attack
{
    public static void Run() => new Own().BeginRead(new byte[1], 0, 1, null, null);
}

internal sealed class Own : System.IO.Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => 0;

    public override long Position { get; set; }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => 0;

    public override long Seek(long offset, System.IO.SeekOrigin origin) => 0;

    public override void SetLength(long value)
    {
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
    }
}
