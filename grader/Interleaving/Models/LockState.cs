using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// A lock that its owner may take again. Whoever comes first after it was released gets it: a newcomer may overtake
/// those who wait, as on the platform.
/// </summary>
internal sealed class LockState(object target) : TakenState
{
    private readonly WaitQueue free = new();
    private Wait? wait;
    private int taken = -1;

    public Operation? Owner { get; private set; }

    /// <summary>What those who wait for it seem to wait for, where the lock is the engine's own and not in the source; null where it is.</summary>
    public string? Unseen { get; init; }

    /// <summary>How often the owner took it and did not give it back.</summary>
    public int Depth { get; private set; }

    /// <summary>Those in <see cref="Monitor.Wait(object)"/>, in order of arrival.</summary>
    public LinkedList<WaitQueue> Pulses { get; } = new();

    public override Holding? HeldBy(Operation operation) =>
        ReferenceEquals(Owner, operation) ? operation.Holds(HoldingKind.Lock, target, taken) : null;

    /// <summary>Takes the lock; false when <paramref name="milliseconds"/> (-1 for ever) of virtual time went by first.</summary>
    public bool Enter(Operation operation, int milliseconds)
    {
        operation.Arrive(
            target, waits: milliseconds == -1 && Owner is { } owner && !ReferenceEquals(owner, operation));
        if (ReferenceEquals(Owner, operation))
        {
            Depth++;
            return true;
        }

        return Take(operation, milliseconds, 1);
    }

    /// <summary>Gives back one of the owner's takes.</summary>
    public void Exit(Operation operation)
    {
        operation.Arrive(target);
        if (--Depth == 0)
            GiveUp(operation);
    }

    /// <summary>Waits for a pulse with the lock given up, then takes it back as often as it was held.</summary>
    public bool AwaitPulse(Operation operation, int milliseconds)
    {
        operation.Arrive(target);
        var depth = Depth;
        var queue = new WaitQueue();
        Pulses.AddLast(queue);
        Depth = 0;
        GiveUp(operation);
        bool pulsed;
        try
        {
            pulsed = operation.Execution.Block(
                operation, queue, operation.WaitFor(WaitKind.Pulse, target), milliseconds);
        }
        catch (ThreadInterruptedException)
        {
            Pulses.Remove(queue);
            Take(operation, -1, depth);
            throw;
        }

        if (!pulsed)
            Pulses.Remove(queue);
        Take(operation, -1, depth);
        return pulsed;
    }

    public void Pulse(Operation operation, bool all)
    {
        operation.Arrive(target);
        operation.Note(all ? EventKind.PulsedAll : EventKind.Pulsed, target);
        while (Pulses.First is { } first)
        {
            Pulses.RemoveFirst();
            first.Value.Set(true);
            if (!all)
                break;
        }
    }

    private bool Take(Operation operation, int milliseconds, int depth)
    {
        if (Owner is not null)
        {
            wait ??= Unseen is { } name ? new Wait(WaitKind.Named, () => Owner) { Name = name } : operation.WaitFor(WaitKind.Lock, target, () => Owner);
            if (!operation.Execution.Block(operation, free, wait, milliseconds))
                return false;
        }

        Owner = operation;
        Depth = depth;
        taken = operation.Site;
        free.Set(false);
        Acquire(operation);
        if (Unseen is null)
            operation.Note(EventKind.AcquiredLock, target);
        return true;
    }

    private void GiveUp(Operation operation)
    {
        Owner = null;
        Release(operation);
        free.Set(true);
        if (Unseen is null)
            operation.Note(EventKind.ReleasedLock, target);
    }

    /// <inheritdoc/>
    /// <remarks>It comes back to where it was.</remarks>
    public override void Acted(LivelockDetector livelock, int site)
    {
    }
}
