using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.SourceMap;

namespace Interleaving.Scheduling;

/// <summary>
/// The threads that are not under control. Woven code gets there when something of the platform takes it along: a base class
/// that does its asynchronous work on the thread pool. Such a run proves nothing, so it ends as unsupported.
/// </summary>
/// <param name="program">
/// The mark of a program that is explored several times, as by a judge: then what an earlier exploration left behind is the same
/// program's, and ends this one too. Null where each exploration is for itself.
/// </param>
internal sealed class Outside(object? program = null)
{
    /// <summary>
    /// Which exploration a thread was started in, by a mark that leads nowhere: the program can get at the flow of execution, and must
    /// not find the engine there. It clears others' threads and accuses none, since whoever suppresses the flow has no mark.
    /// </summary>
    private static readonly AsyncLocal<object?> Begun = new();

    /// <summary>Explorations take turns, so there is one.</summary>
    private static volatile Outside? current;

    /// <summary>The thread that runs finalizers comes by when it likes, and that is nobody's fault.</summary>
    [ThreadStatic]
    private static bool finalizes;

    /// <summary>Set once a thread that an earlier exploration left behind was met outside of the one that it belongs to.</summary>
    private static volatile bool stranger;

    private readonly object mark = program ?? new object();
    private volatile Execution? underWay;
    private volatile Failure? failure;

    /// <summary>Set once code of the program ran where nobody controls it, maybe of an execution that was over by then.</summary>
    public Failure? Failure => failure;

    /// <summary>Whether woven code of an exploration that was over went on in this process: during a later one, or after it.</summary>
    public static bool MetStranger => stranger;

    /// <summary>What the current thread does from here on, and what it starts, belongs to the execution. The caller restores the context.</summary>
    public void Enter(Execution execution)
    {
        underWay = execution;
        current = this;
        Begun.Value = mark;
    }

    /// <summary>The exploration is over.</summary>
    public void Leave()
    {
        if (ReferenceEquals(current, this))
            (current, underWay) = (null, null);
    }

    /// <summary>An execution inside of the one that is under way runs in its place.</summary>
    /// <returns>What was under way; for <see cref="Resume"/>.</returns>
    public static Execution? Nest(Execution inner)
    {
        var outer = current?.underWay;
        current?.underWay = inner;
        return outer;
    }

    public static void Resume(Execution? outer) => current?.underWay = outer;

    /// <summary>Woven code asks for its operation on a thread that has none.</summary>
    /// <returns>None, for <see cref="Operation.Current"/>.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Operation? Met()
    {
        if (Host.IsHere || finalizes)
            return null;
        var begun = Begun.Value;
        if (current is { } outside && (begun is null || ReferenceEquals(begun, outside.mark)))
            outside.Found();
        else if (begun is not null)
            stranger = true;
        return null;
    }

    private void Found()
    {
        if (failure is null)
        {
            var trace = new StackTrace(fNeedFileInfo: true);
            var methods = Array.ConvertAll(trace.GetFrames(), static frame => frame.GetMethod());
            finalizes = Array.Exists(methods, IsFinalizer);

            // What a library does by itself on threads of its own is its affair.
            if (finalizes || !Array.Exists(methods, static method => method?.DeclaringType is { } type && SiteTable.IsOfTheProgram(type.Assembly)))
                return;
            var site = Sites.Of(trace.ToString());
            failure ??= new Failure(FailureKind.Unsupported, Refusals.Outside(site), site);
        }

        underWay?.Control.Lose(failure!);
    }

    private static bool IsFinalizer(MethodBase? method) =>
        method is MethodInfo { Name: "Finalize", IsVirtual: true } own && own.GetBaseDefinition().DeclaringType == typeof(object);
}
