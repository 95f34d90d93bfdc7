using Interleaving.Scheduling;

namespace Interleaving.Weaving;

/// <summary>One type's initialiser in one execution: others wait until it has run, as they do on the platform.</summary>
internal sealed class Initialisation(string type)
{
    private static readonly object WaitingKey = new();
    private readonly WaitQueue done = new();
    private Operation? owner;

    public void Begin(Operation operation)
    {
        owner = operation;
        done.Set(false);
    }

    public void End()
    {
        owner = null;
        done.Set(true);
    }

    /// <summary>
    /// Blocks while another operation runs the initialiser; not when that one waits, in turn, for an initialiser that this
    /// operation runs: then each sees the other's type as far as it is initialised (ECMA-335 II.10.5.3.3).
    /// </summary>
    public void Await(Operation operation)
    {
        if (owner is not { } holder || ReferenceEquals(holder, operation))
            return;
        var waiting = operation.Execution.State(WaitingKey, static _ => new Dictionary<Operation, Initialisation>());
        for (var other = holder; waiting.TryGetValue(other, out var awaited) && awaited.owner is { } next; other = next)
        {
            if (ReferenceEquals(next, operation))
                return;
        }

        waiting[operation] = this;
        try
        {
            operation.Execution.Block(operation, done, new Wait($"the type initialiser of {type}", () => holder));
        }
        finally
        {
            waiting.Remove(operation);
        }
    }
}
