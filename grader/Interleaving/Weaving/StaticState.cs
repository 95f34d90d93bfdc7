using System.Collections.Concurrent;
using System.Reflection;
using Interleaving.Instrumentation;
using Interleaving.Scheduling;

namespace Interleaving.Weaving;

/// <summary>
/// Static state of woven code starts anew in each execution: every type that has any remembers for which execution
/// (<see cref="Hooks.Epoch"/>) it was initialised, and runs its initialiser again when it is first used in another.
/// </summary>
internal static class StaticState
{
    /// <summary>The name of the woven method that brings the static state of a type up to date.</summary>
    public const string EnsureName = "<Ensure>";

    private static readonly ConcurrentDictionary<RuntimeTypeHandle, Action?> Known = new();
    private static readonly ConcurrentDictionary<RuntimeTypeHandle, object> Gates = new();

    /// <summary>
    /// An initialiser is about to run. It runs once in each execution, and whoever uses the type meanwhile waits; what it does to
    /// other objects is done as anywhere, with others in between, and happens before everything that uses the type.
    /// </summary>
    /// <param name="begun">The execution in which the type's initialiser was begun last.</param>
    /// <param name="type">The type.</param>
    /// <returns>False when it has run, or is running further up this stack.</returns>
    public static bool Begin(ref int begun, RuntimeTypeHandle type)
    {
        if (Operation.Current is not { } operation)
            return BeginOnThread(ref begun, Gates.GetOrAdd(type, static _ => new object()));
        var initialisation = Of(operation, type);
        if (begun == Hooks.Epoch)
            initialisation.Await(operation);

        // It may have failed meanwhile: then it is this operation's turn to try.
        if (begun == Hooks.Epoch)
            return false;
        begun = Hooks.Epoch;
        initialisation.Begin(operation);
        return true;
    }

    /// <summary>
    /// Whether uses of the type need not ask any more: its initialiser has touched nothing that others may know, so nothing has to be
    /// known to happen before them.
    /// </summary>
    public static bool IsSettled(RuntimeTypeHandle type) =>
        Operation.Current is not { } operation || Of(operation, type).IsQuiet(operation);

    /// <summary>An initialiser has ended.</summary>
    public static void End(RuntimeTypeHandle type)
    {
        if (Operation.Current is { } operation)
            Of(operation, type).End(operation);
        else
            Monitor.Exit(Gates[type]);
    }

    /// <summary>What the user of a type gets to see when its initialiser threw.</summary>
    public static Exception Failure(Exception exception, RuntimeTypeHandle type) =>
        exception is ExecutionAbortedException or TypeInitializationException
            ? exception
            : new TypeInitializationException(Type.GetTypeFromHandle(type)!.FullName, exception);

    /// <summary>Brings a type of another assembly up to date; does nothing if that is not woven.</summary>
    public static void Ensure(RuntimeTypeHandle handle) => Known.GetOrAdd(handle, static handle => Type.GetTypeFromHandle(handle)!
        .GetMethod(EnsureName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.CreateDelegate<Action>())?.Invoke();

    private static Initialisation Of(Operation operation, RuntimeTypeHandle type) => operation.Execution.State(
        Gates.GetOrAdd(type, static _ => new object()),
        _ => new Initialisation(operation.Execution.ValueFormatter.TypeName(Type.GetTypeFromHandle(type)!)));

    private static bool BeginOnThread(ref int begun, object gate)
    {
        Monitor.Enter(gate);
        if (begun == Hooks.Epoch)
        {
            Monitor.Exit(gate);
            return false;
        }

        begun = Hooks.Epoch;
        return true;
    }
}
