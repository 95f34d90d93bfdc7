using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

/// <summary>What one execution knows of one task.</summary>
internal sealed class TaskState : SyncState
{
    /// <summary>Open once the task is completed.</summary>
    public WaitQueue Queue { get; } = new();

    /// <summary>Whether something under control will complete the task; a task from elsewhere is refused when waited for.</summary>
    public bool Known { get; set; }

    /// <summary>Whether it is as far from a foreign one: it is <see cref="Known"/>, or made of others, or an async method's of the program.</summary>
    public bool IsControlled => Known || Past is not null || Site >= 0 || Scheduler is not null || Source is not null || Call is not null;

    /// <summary>What the parts of this task published; null for a task that is not made of others.</summary>
    public SyncState? Past { get; set; }

    /// <summary>The recorder's number for the async method whose task this is; -1 when it is none's.</summary>
    public int AsyncInvocation { get; set; } = -1;

    /// <summary>Where the async method whose task this is last awaited something; -1 when it is none's.</summary>
    public int Site { get; set; } = -1;

    /// <summary>The object whose waits this task stands for: a semaphore, a channel, a timer. Null when there is none.</summary>
    public object? Source { get; set; }

    /// <summary>What of <see cref="Source"/> is waited for; null when it goes without saying.</summary>
    public WaitKind? Wanted { get; set; }

    /// <summary>The call that began to wait, by whose receiver <see cref="Source"/> is named; -1 when it is not known.</summary>
    public int WantedAt { get; set; } = -1;

    /// <summary>The call that handed the task out, where it is a library's that is not woven. Null when there is none.</summary>
    public string? Call { get; set; }

    /// <summary>The call of code that is not under control which handed the task out; null when it was none, or is not known.</summary>
    public string? Origin { get; set; }

    /// <summary>The scheduler that it was handed to; null for the default one.</summary>
    public TaskScheduler? Scheduler { get; set; }

    /// <summary>Whether the completion of the task already opens <see cref="Queue"/>.</summary>
    public bool Hooked { get; set; }

    /// <summary>Whether somebody awaits it already.</summary>
    public bool Awaited { get; set; }

    /// <summary>Set when it has ended, for who asked for a handle; null when nobody did.</summary>
    public EventWaitHandle? Handle { get; set; }

    /// <summary>What it published, and what its parts did, is published by <paramref name="to"/> as well.</summary>
    public void PassOn(SyncState to)
    {
        to.Join(this);
        if (Past is not null)
            to.Join(Past);
    }

    public override void Acquire(Operation operation)
    {
        base.Acquire(operation);
        Past?.Acquire(operation);
    }
}
