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
        {
            operation.Origin.GaveWay++;
            operation.Stores?.Drain();
        }

        operation.Execution.Yield(operation, new Step(kind, target, 0, operation.Site, Waits: waits));
        operation.Stores?.Drain();
        operation.Execution.Observers.Acted(operation, target);
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

    /// <summary>Writes down what was done to <paramref name="on"/>, when this execution is being written down.</summary>
    public static void Note(this Operation operation, EventKind act, object? on = null) =>
        operation.Execution.Recorder?.Acted(operation, act, on);

    /// <summary>The same of permits.</summary>
    public static void Note(this Operation operation, EventKind act, object on, int before, int after) =>
        operation.Execution.Recorder?.Acted(operation, act, on, permits: (before, after));

    /// <summary>The same with a value that belongs to it.</summary>
    public static void Note<T>(this Operation operation, EventKind act, object on, T value)
    {
        if (operation.Execution is { Recorder: { } recorder, ValueFormatter: var values })
            recorder.Acted(operation, act, on, values.Value(value));
    }

    /// <summary>What the execution knows of the object that a member was called on.</summary>
    /// <exception cref="NullReferenceException">As the call itself would have raised.</exception>
    public static T State<T>(this Operation operation, object self, Func<object, T> create)
        where T : class =>
        operation.Execution.State(self ?? throw new NullReferenceException(), create);

    /// <summary>A wait for <paramref name="target"/>, which is named now if it has no name yet.</summary>
    public static Wait WaitFor(this Operation operation, WaitKind kind, object target, Func<Operation?>? holder = null) =>
        operation.WaitFor(kind, [target], holder);

    /// <summary>The same of several objects at once.</summary>
    public static Wait WaitFor(this Operation operation, WaitKind kind, IReadOnlyList<object> targets, Func<Operation?>? holder = null)
    {
        foreach (var target in targets)
            operation.Meet(target);
        return new Wait(kind, holder) { Targets = targets };
    }

    /// <summary>Says what the operation holds; the object is named now if it has no name yet.</summary>
    /// <param name="operation">Who.</param>
    /// <param name="kind">How.</param>
    /// <param name="target">What.</param>
    /// <param name="site">The call that took it; below 0 when that is not known.</param>
    public static Holding Holds(this Operation operation, HoldingKind kind, object target, int site = -1)
    {
        ObjectNames.Meet(operation.Execution, target, site < 0 ? operation.Site : site);
        return new Holding(kind, target, site);
    }

    /// <summary>Lets <paramref name="named"/> go by what it is called in the call in progress, unless it has a name.</summary>
    public static void Meet(this Operation operation, object named) => ObjectNames.Meet(operation.Execution, named, operation.Site);
}
