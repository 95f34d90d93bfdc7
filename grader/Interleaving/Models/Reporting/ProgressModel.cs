using System.Reflection;
using Interleaving.Models.Tasks;
using Interleaving.Scheduling;

namespace Interleaving.Models.Reporting;

/// <summary>
/// Each report is an operation of its own, as each is a work item of the pool on the platform: it may come late, and out of
/// order. In a context that was current at construction, it is posted there.
/// </summary>
[Models(typeof(Progress<>), Passes = [".ctor"])]
internal static class ProgressModel
{
    public static Progress<T> New<T>() => Made(new Progress<T>(), null);

    public static Progress<T> New<T>(Action<T> handler) => Made(new Progress<T>(handler), handler);

    public static void add_ProgressChanged<T>(Progress<T> self, EventHandler<T>? value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Changed += value;
        else
            self.ProgressChanged += value;
    }

    public static void remove_ProgressChanged<T>(Progress<T> self, EventHandler<T>? value)
    {
        if (Operation.Current is { } operation)
            Of(operation, self).Changed -= value;
        else
            self.ProgressChanged -= value;
    }

    /// <summary>What the platform does unless it is overridden.</summary>
    public static void base_OnReport<T>(Progress<T> self, T value)
    {
        if (Operation.Current is { } operation)
            Report(operation, self, value);
    }

    /// <summary>A report by the interface, the only way from outside.</summary>
    internal static bool TryReport<T>(IProgress<T> target, T value)
    {
        if (Operation.Current is not { } operation || target is not Progress<T> progress || Overrides(progress))
            return false;
        Report(operation, progress, value);
        return true;
    }

    private static void Report<T>(Operation operation, Progress<T> self, T value)
    {
        operation.Arrive(self);
        var state = Of(operation, self);
        if (state is { Handler: null, Changed: null })
            return;
        var raise = Flow.Along(() =>
        {
            state.Handler?.Invoke(value);
            state.Changed?.Invoke(self, value);
        });
        if (state.Context is { } context)
            SynchronizationContextModel.Post(context, static raise => ((Action)raise!)(), raise);
        else
            operation.Execution.Spawn(operation.Execution.NameFor("Progress"), raise);
    }

    private static bool Overrides<T>(Progress<T> progress) => progress.GetType() != typeof(Progress<T>)
        && progress.GetType().GetMethod("OnReport", BindingFlags.Instance | BindingFlags.NonPublic)?.DeclaringType != typeof(Progress<T>);

    private static Progress<T> Made<T>(Progress<T> made, Action<T>? handler)
    {
        if (Operation.Current is { } operation)
            operation.Execution.State(made, _ => new State<T>(handler, operation.AwaitContext));
        return made;
    }

    private static State<T> Of<T>(Operation operation, Progress<T> self) =>
        operation.State(self, static target => new State<T>(HandlerOf((Progress<T>)target), null));

    /// <summary>One that was made outside of the test, or by a derived class, keeps its handler to itself.</summary>
    private static Action<T>? HandlerOf<T>(Progress<T> progress) => (Action<T>?)typeof(Progress<T>)
        .GetField("_handler", BindingFlags.Instance | BindingFlags.NonPublic)?.GetValue(progress);

    private sealed class State<T>(Action<T>? handler, SynchronizationContext? context)
    {
        public Action<T>? Handler => handler;

        public SynchronizationContext? Context => context;

        public EventHandler<T>? Changed { get; set; }
    }
}
