namespace Interleaving.Scheduling;

/// <summary>Says what is waited for and what is held, in a table and in a message alike.</summary>
internal static class WaitFormatter
{
    /// <summary>To be read behind "waits for": "the lock on Account#1".</summary>
    public static string Of(Execution execution, Wait wait) => wait.Kind switch
    {
        WaitKind.Lock => $"the lock on {Target(execution, wait)}",
        WaitKind.Pulse => $"a pulse of {Target(execution, wait)}",
        WaitKind.SpinLock => "a spin lock",
        WaitKind.Reading => $"{Target(execution, wait)} to read",
        WaitKind.Writing => $"{Target(execution, wait)} to write",
        WaitKind.Permit => $"a permit of {Target(execution, wait)}",
        WaitKind.AllHandles => Targets(execution, wait, " and "),
        WaitKind.AnyHandle => Targets(execution, wait, " or "),
        WaitKind.Set => $"{Target(execution, wait)} to be set",
        WaitKind.Zero => $"{Target(execution, wait)} to count down to zero",
        WaitKind.Barrier => $"the others at {Target(execution, wait)}",
        WaitKind.Item => $"an item in {Targets(execution, wait, " or ")}",
        WaitKind.Room => $"room in {Targets(execution, wait, " or ")}",
        WaitKind.Completion => $"the completion of {Target(execution, wait)}",
        WaitKind.Delay => $"a delay by {Target(execution, wait)}",
        WaitKind.Tick => $"the next tick of {Target(execution, wait)}",
        WaitKind.Sleep => wait.Milliseconds < 0
            ? "the end of an endless sleep"
            : $"a sleep of {execution.ValueFormatter.Value(wait.Milliseconds)} ms to end",
        WaitKind.OperationEnd => $"the end of {wait.Name}",
        WaitKind.Workers => $"the other workers of {wait.Name} to end",
        WaitKind.TypeInitialiser => $"the type initialiser of {wait.Name}",
        WaitKind.CancellationCallback => "a cancellation callback to end",
        WaitKind.Query => "a parallel query to end",
        WaitKind.QueryResult => "the next result of a parallel query",
        WaitKind.Task => "a task to complete",
        WaitKind.ForeignTask => $"a task that comes from {wait.Name}, which is not under control,",
        WaitKind.Named => wait.Name,
    };

    /// <summary>To be read behind "holds": "the lock on Account#1".</summary>
    public static string Of(Execution execution, Holding holding)
    {
        var name = ObjectNames.Of(execution, holding.Target);
        return holding.Kind switch
        {
            HoldingKind.Lock => $"the lock on {name}",
            HoldingKind.Mutex => name,
            HoldingKind.Reading => $"{name} for reading",
            HoldingKind.Upgrading => $"{name} for upgrading",
            HoldingKind.Writing => $"{name} for writing",
        };
    }

    private static string Target(Execution execution, Wait wait) => ObjectNames.Of(execution, wait.Targets[0]);

    private static string Targets(Execution execution, Wait wait, string joint) =>
        string.Join(joint, wait.Targets.Select(target => ObjectNames.Of(execution, target)));
}
