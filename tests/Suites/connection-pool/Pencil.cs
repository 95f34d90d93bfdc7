namespace ConcurrencyKatas.ConnectionPool.Suite;

/// <summary>A connection that costs nothing to open, and counts with a plain number how often it was used: two who use it at once race.</summary>
internal sealed class Pencil : IAsyncDisposable
{
    public int Strokes { get; set; }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
