namespace ConcurrencyKatas.HonorCancellation.Suite;

/// <summary>A database that gives out a different cursor each time.</summary>
/// <param name="cursors">What the first opening gives, the second, and so on.</param>
internal sealed class Archive(params ScriptedDatabase[] cursors) : IDatabase
{
    private int _opened;

    public Task<ICursor> OpenAsync(CancellationToken token) => cursors[Interlocked.Increment(ref _opened) - 1].OpenAsync(token);
}
