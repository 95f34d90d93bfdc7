using System.Reflection;

namespace Interleaving.Models.Testing;

/// <summary>What a delegate makes and an assertion that is not woven awaits: a task of any kind.</summary>
internal static class Awaitable<T>
{
    private const BindingFlags Ways = BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>
    /// A twin that runs what follows it at once, on the operation that completes it. The task itself may be made to run its
    /// continuations on the thread pool. Null when <typeparamref name="T"/> is no task.
    /// </summary>
    public static Func<T, T>? Relayed { get; } = Of<Func<T, T>>(nameof(Relays.Relay));

    /// <summary>The same object, completed: blocks until it is. Null when <typeparamref name="T"/> is no task.</summary>
    public static Func<T, int, T>? Completed { get; } = Of<Func<T, int, T>>(nameof(Relays.Complete));

    private static TDelegate? Of<TDelegate>(string name)
        where TDelegate : Delegate
    {
        if (typeof(T) == typeof(Task) || typeof(T) == typeof(ValueTask))
            return typeof(Relays).GetMethod(name, Ways, Signature<TDelegate>())!.CreateDelegate<TDelegate>();
        if (!typeof(T).IsGenericType)
            return null;
        var kind = typeof(T).GetGenericTypeDefinition();
        if (kind != typeof(Task<>) && kind != typeof(ValueTask<>))
            return null;
        return typeof(Relays).GetMethods(Ways)
            .Single(method => method.Name == name && method.IsGenericMethod && method.ReturnType.GetGenericTypeDefinition() == kind)
            .MakeGenericMethod(typeof(T).GetGenericArguments())
            .CreateDelegate<TDelegate>();
    }

    private static Type[] Signature<TDelegate>() =>
        [.. typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];
}
