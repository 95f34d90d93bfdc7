using System.Collections.Concurrent;
using System.Reflection;
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

    /// <summary>An initialiser begins: nobody else sees the type before it has run, so it takes no turns and races with nobody.</summary>
    public static void Begin()
    {
        if (Operation.Current is not { } operation)
            return;
        operation.Atomic++;
        operation.Initialising++;
    }

    /// <summary>An initialiser has ended.</summary>
    public static void End()
    {
        if (Operation.Current is not { } operation)
            return;
        operation.Atomic--;
        operation.Initialising--;
    }

    /// <summary>What the user of a type gets to see when its initialiser threw.</summary>
    public static Exception Failure(Exception exception, RuntimeTypeHandle type) =>
        exception is ExecutionAbortedException or TypeInitializationException
            ? exception
            : new TypeInitializationException(Type.GetTypeFromHandle(type)!.FullName, exception);

    /// <summary>Brings a type of another assembly up to date; does nothing if that is not woven.</summary>
    public static void Ensure(RuntimeTypeHandle handle) => Known.GetOrAdd(handle, static handle => Type.GetTypeFromHandle(handle)!
        .GetMethod(EnsureName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.CreateDelegate<Action>())?.Invoke();
}
