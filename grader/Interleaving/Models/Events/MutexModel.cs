using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Mutexes without a name; named ones belong to the whole machine and are refused.</summary>
[Models(typeof(Mutex))]
internal static class MutexModel
{
    public static Mutex New() => new();

    public static Mutex New(bool initiallyOwned)
    {
        if (Operation.Current is not { } operation)
            return new Mutex(initiallyOwned);
        var made = new Mutex();
        if (initiallyOwned)
            MutexState.Of(operation, made).Take(operation);
        return made;
    }

    public static void ReleaseMutex(Mutex self)
    {
        if (Operation.Current is { } operation)
            MutexState.Of(operation, self).Exit(operation);
        else
            self.ReleaseMutex();
    }
}
