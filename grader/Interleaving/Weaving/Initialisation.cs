using Interleaving.Scheduling;

namespace Interleaving.Weaving;

/// <summary>One type's initialiser in one execution: others wait until it has run, as they do on the platform.</summary>
internal sealed class Initialisation(string type)
{
    private static readonly object WaitingKey = new();
    private readonly WaitQueue done = new();
    private readonly SyncState sync = new();
    private readonly HashSet<Operation> aware = [];
    private Operation? owner;
    private (int Steps, int Accesses) before;

    public void Begin(Operation operation)
    {
        owner = operation;
        before = (operation.Steps, operation.Accesses);
        done.Set(false);
    }

    /// <summary>Whether the initialiser that this operation runs has come by no yield point so far, and made no access that is none.</summary>
    public bool IsQuiet(Operation operation) => before == (operation.Steps, operation.Accesses);

    public void End(Operation operation)
    {
        owner = null;
        sync.Release(operation);
        aware.Clear();
        aware.Add(operation);
        done.Set(true);
    }

    /// <summary>
    /// Comes after the initialiser. Blocks while another operation runs the initialiser; not when that one waits, in turn, for an initialiser that this
    /// operation runs: then each sees the other's type as far as it is initialised (ECMA-335 II.10.5.3.3).
    /// </summary>
    public void Await(Operation operation)
    {
        if (owner is { } holder && !ReferenceEquals(holder, operation))
            Await(operation, holder);
        if (owner is null && aware.Add(operation))
            sync.Acquire(operation);
    }

    private void Await(Operation operation, Operation holder)
    {
        var waiting = operation.Execution.State(WaitingKey, static _ => new Dictionary<Operation, Initialisation>());
        for (var other = holder; waiting.TryGetValue(other, out var awaited) && awaited.owner is { } next; other = next)
        {
            if (ReferenceEquals(next, operation))
                return;
        }

        waiting[operation] = this;
        try
        {
            operation.Execution.Block(operation, done, new Wait(WaitKind.TypeInitialiser, () => holder) { Name = type });
        }
        finally
        {
            waiting.Remove(operation);
        }
    }
}
