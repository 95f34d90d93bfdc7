using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Permits that are waited for as a handle.</summary>
internal sealed class SemaphoreState(Semaphore target, int count, int max) : HandleState(target)
{
    private int count = count;

    public static SemaphoreState Of(Operation operation, Semaphore self) => operation.State<SemaphoreState>(
        self, static _ => throw Operation.Current!.MadeOutside("a Semaphore"));

    public override bool IsSignalled(Operation operation) => count > 0;

    public override void Take(Operation operation)
    {
        count--;
        operation.Note("takes a permit of", Target, count + 1, count);
    }

    /// <exception cref="SemaphoreFullException">There would be more than the maximum.</exception>
    public int Exit(Operation operation, int permits)
    {
        operation.Arrive(Target);
        Check();
        if (max - count < permits)
            throw new SemaphoreFullException();
        var before = count;
        count += permits;
        Release(operation);
        operation.Note(permits == 1 ? "puts a permit back to" : $"puts {operation.Execution.Disclosure.Value(permits)} permits back to", Target, before, count);
        Waiters(operation).Update();
        return before;
    }
}
