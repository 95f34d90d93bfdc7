using Interleaving.Naming;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>What every model does on its way: lets others run first, and writes down what it did.</summary>
internal static class Acting
{
    /// <summary>The yield point before an act on <paramref name="target"/>; null when nobody knows what is acted on.</summary>
    /// <param name="operation">Who acts.</param>
    /// <param name="target">What it acts on.</param>
    /// <param name="kind">How.</param>
    /// <param name="waits">Whether it will have to wait, as things are (see <see cref="Step"/>).</param>
    public static void Arrive(this Operation operation, object? target, StepKind kind = StepKind.Sync, bool waits = false)
    {
        if (kind == StepKind.Pause)
            operation.Stores?.Drain();
        operation.Execution.Yield(operation, new Step(kind, target, 0, operation.Site, Waits: waits));
        operation.Stores?.Drain();
        operation.Execution.Acted(operation, target);
    }

    /// <summary>What those did who acted on <paramref name="key"/> before is done.</summary>
    public static void OrderBefore(this Operation operation, object key)
    {
        operation.Arrive(key);
        operation.Execution.State(key, static _ => new SyncState()).Acquire(operation);
    }

    /// <summary>Whoever acts on <paramref name="key"/> next comes after this.</summary>
    public static void OrderAfter(this Operation operation, object key) =>
        operation.Execution.State(key, static _ => new SyncState()).Release(operation);

    /// <summary>Writes "acquires the lock on Account#1" down, when this execution is being written down.</summary>
    public static void Note(this Operation operation, string act, object on) =>
        operation.Execution.Recorder?.Note(operation, $"{act} {operation.NameOf(on)}");

    /// <summary>The same of something that is counted: "takes a permit of SemaphoreSlim#1, 1 → 0".</summary>
    public static void Note(this Operation operation, string act, object on, int before, int after)
    {
        if (operation.Execution is { Recorder: { } recorder, Disclosure: var disclosure })
            recorder.Note(operation, $"{act} {operation.NameOf(on)}, {disclosure.Value(before)} → {disclosure.Value(after)}");
    }

    public static void Note(this Operation operation, string act) => operation.Execution.Recorder?.Note(operation, act);

    /// <summary>What the execution knows of the object that a member was called on.</summary>
    /// <exception cref="NullReferenceException">As the call itself would have raised.</exception>
    public static T State<T>(this Operation operation, object self, Func<object, T> create)
        where T : class =>
        operation.Execution.State(self ?? throw new NullReferenceException(), create);

    public static string NameOf(this Operation operation, object named) => operation.NameOf(named, operation.Site);

    /// <summary>The same of an object that something was done to before, at another place.</summary>
    public static string NameOf(this Operation operation, object named, int site) => ObjectNames.Of(operation.Execution, named, site);
}
