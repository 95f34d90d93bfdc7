namespace ConcurrencyKatas.OffloadBlocking.Suite;

/// <summary>A driver whose answer is one more each time.</summary>
/// <param name="first">The first answer.</param>
internal sealed class Warming(int first) : ISensorDriver
{
    private int _next = first - 1;

    public int Read(int sensor) => Interlocked.Increment(ref _next);
}
