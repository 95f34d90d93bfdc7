using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Events;

/// <summary>Permits that are waited for as a handle.</summary>
internal sealed class SemaphoreState : HandleState
{
    /// <summary>By the object, and not by the execution: one that is static is used by several runs on simulated cores within one test.</summary>
    private static readonly ConditionalWeakTable<object, Permits> Kept = [];

    private readonly Permits permits;

    private SemaphoreState(Semaphore target, Permits permits)
        : base(target) => this.permits = permits;

    public static SemaphoreState Of(Operation operation, Semaphore self) => operation.State<SemaphoreState>(
        self, static key => Kept.TryGetValue(key, out var kept) && ReferenceEquals(kept.Made, Operation.Current!.Execution.Outermost)
            ? new SemaphoreState((Semaphore)key, kept)
            : throw Operation.Current!.MadeOutside("a Semaphore"));

    public static void Keep(Operation operation, Semaphore made, int count, int max) =>
        Kept.Add(made, new Permits(count, max, operation.Execution.Outermost));

    public override bool IsSignalled(Operation operation) => permits.Count > 0;

    public override void Take(Operation operation)
    {
        permits.Count--;
        operation.Note(EventKind.TookPermit, Target, permits.Count + 1, permits.Count);
    }

    /// <exception cref="SemaphoreFullException">There would be more than the maximum.</exception>
    public int Exit(Operation operation, int back)
    {
        operation.Arrive(Target);
        Check();
        var before = permits.Count;
        if (permits.Max - before < back)
            throw new SemaphoreFullException();
        permits.Count += back;
        Release(operation);
        operation.Note(EventKind.ReturnedPermits, Target, before, permits.Count);
        Waiters(operation).Update();
        return before;
    }

    /// <param name="count">Those that may be taken.</param>
    /// <param name="max">As many as there may be.</param>
    /// <param name="made">The outermost execution in which the semaphore was made.</param>
    private sealed class Permits(int count, int max, Execution made)
    {
        public int Count { get; set; } = count;

        public int Max { get; } = max;

        public Execution Made { get; } = made;
    }
}
