using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <content>What an execution is told on its way, and how it ends.</content>
internal sealed partial class Execution
{
    /// <summary>What an operation holds, in the order in which the program first used it. To name a thing may be the first that is known of it.</summary>
    public IEnumerable<Holding> HeldBy(Operation operation) => states.HeldBy(operation);

    /// <summary>Ends the execution as failed, unless it already has an outcome; operations unwind from here on.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, Exception? exception = null) =>
        Fail(operation, kind, message, PlaceOf(operation, exception), exception);

    /// <summary>The same for what happened at another place than where the operation is.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, int site, Exception? exception)
    {
        if (Over)
            return;
        Recorder?.Failed(operation, kind, message, site < 0 ? operation?.Site ?? -1 : site, exception);
        Failure = new Failure(kind, message, site is < 0 or Sites.Nowhere ? operation?.Site ?? -1 : site, exception);
        End();
    }

    /// <summary>The line that threw, or else the one that the operation was last seen at. Looked up only for somebody who reads it.</summary>
    internal int PlaceOf(Operation? operation, Exception? exception) =>
        exception is not null && Recorder is not null && Thrown.Site(exception) is >= 0 and var site ? site : operation?.Site ?? -1;

    /// <summary>Ends the execution: the program under test is finished.</summary>
    /// <param name="ending">What the test said of itself that is not a failure; null when nothing.</param>
    public void End(Ending? ending = null)
    {
        if (Over)
            return;
        Ending = ending;
        unattended = false;
        Stop();
    }

    /// <summary>Each operation leaves at its next step. May be called from any thread.</summary>
    internal void Stop()
    {
        over = true;
        for (var i = 0; i < Operations.Count; i++)
            Operations[i].WorkLimit = -1;
    }

    /// <summary>A method of the program begins; called only while <see cref="Scheduling.Recording"/>.</summary>
    internal void Entered(Operation operation, int site, object?[] arguments)
    {
        if (Liveness.Detector is { } detector)
        {
            foreach (var argument in arguments)
                detector.Saw(site, argument);
        }

        Recorder?.Entered(operation, site, arguments);
    }

    /// <summary>What is seen or left in memory at a place; called only while <see cref="Scheduling.Recording"/>.</summary>
    internal void Noted(Operation operation, int site, bool write, object? value)
    {
        Liveness.Detector?.Saw(site, value);
        Recorder?.Accessed(operation, site, write, value);
    }

    /// <summary>The platform read or wrote something for the program that the engine does not look into.</summary>
    internal void Touched(Operation operation, int site, bool write)
    {
        if (write)
            Liveness.Detector?.Progress();
        Recorder?.Touched(operation, site, write);
    }

    /// <summary>An act on an object of the platform. Locks and the like come back to where they were; of a queue, nobody knows.</summary>
    internal void Acted(Operation operation, object? target)
    {
        if (Liveness.Detector is not { } detector || target is null)
            return;
        if (states.Find(target) is { } state)
            state.Acted(detector, operation.Site);
        else
            detector.Progress();
    }

    /// <summary>Called from a loop or a call once the operation has worked past its limit, or while rounds are watched.</summary>
    /// <param name="operation">Who comes round.</param>
    /// <param name="carries">Whether the loop carries something from one round to the next in variables of its own.</param>
    internal void LookUp(Operation operation, bool carries)
    {
        if (Over)
            operation.ThrowAborted();
        Work?.LookAt(operation);
        if (Slice > 0)
            Simulate(operation);
        Liveness.CheckWork(operation, carries);
    }

    /// <summary>Somebody wants to know of each yield point from here on, or nobody does any more.</summary>
    internal void UpdateUnattended() => unattended = Unattended;
}
