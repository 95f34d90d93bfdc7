using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <content>How an execution ends.</content>
internal sealed partial class Execution
{
    /// <summary>Ends the execution as failed, unless it already has an outcome; operations unwind from here on.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, Exception? exception = null) =>
        Fail(operation, kind, message, PlaceOf(operation, exception), exception);

    /// <summary>The same for what happened at another place than where the operation is, or is told from others of its kind by more.</summary>
    public void Fail(Operation? operation, FailureKind kind, string message, int site, Exception? exception, object? what = null)
    {
        if (Over)
            return;
        Recorder?.Failed(operation, kind, message, site < 0 ? operation?.Site ?? -1 : site, exception);
        Failure = new Failure(kind, message, site is < 0 or Sites.Nowhere ? operation?.Site ?? -1 : site, exception, what);
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
