using System.Runtime.ExceptionServices;

namespace Interleaving.Scheduling;

/// <content>What becomes of an execution that leaves the engine's control, or waits where the engine cannot help it.</content>
internal sealed partial class Execution
{
    private volatile Operation? running;
    private volatile Failure? uncontrolled;

    /// <summary>Who has the turn and runs; null between two turns. Others may look at it at any time.</summary>
    public Operation? Running
    {
        get => running;
        set => running = value;
    }

    /// <summary>Where the woven assemblies of the test live; null where none was loaded from a file.</summary>
    public ProgramContext? Context { get; set; }

    /// <summary>
    /// Tasks that something waits for, maybe by way of others (<c>Task.WhenAll</c>), and of which nobody has said so far that they will be
    /// completed under control.
    /// </summary>
    public List<PendingAwait> Followed { get; } = [];

    /// <summary>Whether nobody else gets the turn while code that is not woven calls back: it may hold a lock of the platform's.</summary>
    public bool Careful { get; init; }

    /// <summary>Why nothing that this execution shows counts; null while it is under control.</summary>
    public Failure? Uncontrolled => uncontrolled;

    /// <summary>Whether the operation that had the turn waited for something that only another operation could have given it.</summary>
    public bool IsHung { get; private set; }

    /// <summary>
    /// Ends the execution from another thread, since the one that has the turn waits for real and nobody will ever wake it. It is
    /// interrupted, and leaves by its next hook; by then the others, who may hold what it waits for, have not moved.
    /// </summary>
    public void Hang(Operation operation, bool waits)
    {
        IsHung = true;
        Leave(new Failure(FailureKind.Unsupported, Refusals.Hang(operation, waits, call: null, operation.Site), operation.Site));
        AppDomain.CurrentDomain.FirstChanceException += Interrupted;
        operation.Host?.Thread?.Interrupt();
    }

    /// <summary>The interrupt is thrown right where the operation waits, which tells the call that led there.</summary>
    private void Interrupted(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is not ThreadInterruptedException || Operation.Current is not { } operation || !ReferenceEquals(operation.Execution, this))
            return;
        AppDomain.CurrentDomain.FirstChanceException -= Interrupted;
        if (BlockedCall.Here() is var (call, site))
            uncontrolled = new Failure(FailureKind.Unsupported, Refusals.Hang(operation, waits: true, call, site), site);
    }

    /// <summary>Ends the execution from any thread: what it shows from here on, and what it has shown, does not count.</summary>
    public void Leave(Failure failure)
    {
        uncontrolled ??= failure;
        over = true;
        foreach (var operation in operations.ToArray())
            operation.WorkLimit = -1;
    }

    /// <summary>The interrupt may have come when the wait was over.</summary>
    private void ForgetInterrupt()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Interrupted;
        try
        {
            Thread.Sleep(1);
        }
        catch (ThreadInterruptedException)
        {
            // Nobody is to hear of it any more.
        }
    }
}
