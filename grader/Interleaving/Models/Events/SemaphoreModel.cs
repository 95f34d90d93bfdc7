using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Semaphores without a name; named ones belong to the whole machine and are refused.</summary>
[Models(typeof(Semaphore))]
internal static class SemaphoreModel
{
    public static Semaphore New(int initialCount, int maximumCount)
    {
        var made = new Semaphore(initialCount, maximumCount);
        if (Operation.Current is { } operation)
            SemaphoreState.Keep(operation, made, initialCount, maximumCount);
        return made;
    }

    public static int Release(Semaphore self) => Release(self, 1);

    public static int Release(Semaphore self, int releaseCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(releaseCount);
        return Operation.Current is { } operation
            ? SemaphoreState.Of(operation, self).Exit(operation, releaseCount)
            : self.Release(releaseCount);
    }
}
