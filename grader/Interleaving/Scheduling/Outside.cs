using System.Runtime.CompilerServices;

namespace Interleaving.Scheduling;

/// <summary>
/// The threads that are not under control. Woven code gets there when something of the platform takes it along: a base class
/// that does its asynchronous work on the thread pool. Such a run proves nothing, so it ends as unsupported.
/// </summary>
internal sealed class Outside
{
    /// <summary>
    /// What belongs to the exploration, by a mark that leads nowhere: the program can get at the flow of execution, and must not
    /// find the engine there.
    /// </summary>
    private static readonly AsyncLocal<object?> Here = new();

    /// <summary>Explorations take turns, so there is one.</summary>
    private static volatile Outside? current;

    private readonly object mark = new();
    private volatile Execution? underWay;
    private volatile Failure? failure;

    /// <summary>Set once code of the program ran where nobody controls it, maybe of an execution that was over by then.</summary>
    public Failure? Failure => failure;

    /// <summary>What the current thread does from here on, and what it starts, belongs to the execution. The caller restores the context.</summary>
    public void Enter(Execution execution)
    {
        underWay = execution;
        current = this;
        Here.Value = mark;
    }

    /// <summary>A hook runs on a thread that has no operation.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Met(int site)
    {
        if (!Host.IsHere && current is { } outside && ReferenceEquals(Here.Value, outside.mark))
            outside.Found(site);
    }

    private void Found(int site)
    {
        failure ??= new Failure(FailureKind.Unsupported, Messages.Outside(site), site);
        underWay?.Leave(failure);
    }
}
