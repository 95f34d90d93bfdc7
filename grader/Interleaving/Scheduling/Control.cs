using System.Runtime.ExceptionServices;

namespace Interleaving.Scheduling;

/// <summary>
/// Whether an execution is under control. It is not once code of the program runs on a thread that has no turn, or once the operation
/// that has the turn waits for something that only one without the turn could give it. What the execution shows then proves nothing.
/// Both are noticed on other threads, so all of this may be called from any.
/// </summary>
/// <param name="execution">Which one.</param>
internal sealed class Control(Execution execution)
{
    private volatile Failure? lost;
    private volatile bool hasEscaped;

    /// <summary>Why nothing that the execution shows counts; null while it is under control.</summary>
    public Failure? Lost => lost;

    /// <summary>Whether the operation that had the turn waited for something that only another operation could have given it.</summary>
    public bool IsHung { get; private set; }

    /// <summary>Whether a call back of this execution came on a thread that is not under control, and was not made.</summary>
    public bool HasEscaped => hasEscaped;

    /// <summary>A call back of this execution came on a thread that is not under control.</summary>
    public void Escaped() => hasEscaped = true;

    /// <summary>Ends the execution: what it shows from here on, and what it has shown, does not count.</summary>
    public void Lose(Failure failure)
    {
        lost ??= failure;
        execution.Stop();
    }

    /// <summary>
    /// Ends the execution from another thread, since the one that has the turn waits for real and nobody will ever wake it. It is
    /// interrupted, and leaves by its next hook; by then the others, who may hold what it waits for, have not moved.
    /// </summary>
    public void Hang(Operation operation, bool waits)
    {
        IsHung = true;
        Lose(new Failure(FailureKind.Unsupported, Refusals.Hang(operation, waits, call: null, operation.Site), operation.Site));
        AppDomain.CurrentDomain.FirstChanceException += Interrupted;
        operation.Host?.Thread?.Interrupt();
    }

    /// <summary>The operation that hung leaves its thread. The interrupt may have come when the wait was over.</summary>
    public void ForgetInterrupt()
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

    /// <summary>The interrupt is thrown right where the operation waits, which tells the call that led there.</summary>
    private void Interrupted(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (thrown.Exception is not ThreadInterruptedException || Operation.Current is not { } operation || !ReferenceEquals(operation.Execution, execution))
            return;
        AppDomain.CurrentDomain.FirstChanceException -= Interrupted;
        if (BlockedCall.Here() is var (call, site))
            lost = new Failure(FailureKind.Unsupported, Refusals.Hang(operation, waits: true, call, site), site);
    }
}
