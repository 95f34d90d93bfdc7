// Fault: a task that everybody waits for: its failure is heard by all who wait, and not only by the caller who ran it.
// Verdict: WrongAnswer
// Fails: failure
namespace ConcurrencyKatas.PublishOnce;

public sealed class Once<T>(Func<T> create)
{
    private Task<T>? _made;

    public T Value
    {
        get
        {
            if (Volatile.Read(ref _made) is not { } made)
            {
                var mine = new Task<T>(create);
                made = Interlocked.CompareExchange(ref _made, mine, null) ?? mine;
                if (made == mine)
                    mine.RunSynchronously();
            }

            try
            {
                return made.GetAwaiter().GetResult();
            }
            catch
            {
                Interlocked.CompareExchange(ref _made, null, made);
                throw;
            }
        }
    }
}
