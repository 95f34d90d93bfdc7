using System.Reflection;
using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

internal enum AwaitKind
{
    /// <summary>An awaiter whose first field is the task it awaits, or nothing but a value.</summary>
    Task,

    /// <summary>As <see cref="Task"/>, with a say on whether the context is captured.</summary>
    Configured,

    /// <summary>The awaiter of <c>Task.Yield()</c>.</summary>
    Yield,

    /// <summary>Somebody's own.</summary>
    Other,
}

/// <summary>
/// What the engine knows of an awaiter type. The platform's awaiters keep the task, or the object behind a ValueTask, as
/// their first reference, and the runtime lays references out first: so it can be read without reflection.
/// </summary>
internal static class AwaiterKind<TAwaiter>
{
    public static readonly AwaitKind Value = Find();

    private static readonly FieldInfo? Options = typeof(TAwaiter).GetField("m_options", BindingFlags.NonPublic | BindingFlags.Instance);

    public static bool CapturesContext(ref TAwaiter awaiter)
    {
        if (Value != AwaitKind.Configured)
            return true;
        if (Options is not null)
            return ((ConfigureAwaitOptions)Options.GetValue(awaiter)!).HasFlag(ConfigureAwaitOptions.ContinueOnCapturedContext);
        var value = typeof(TAwaiter).GetField("_value", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(awaiter)!;
        return (bool)value.GetType()
            .GetField("_continueOnCapturedContext", BindingFlags.NonPublic | BindingFlags.Instance)!.GetValue(value)!;
    }

    private static AwaitKind Find()
    {
        var type = typeof(TAwaiter).IsGenericType ? typeof(TAwaiter).GetGenericTypeDefinition() : typeof(TAwaiter);
        if (type == typeof(YieldAwaitable.YieldAwaiter))
            return AwaitKind.Yield;
        if (type == typeof(TaskAwaiter) || type == typeof(TaskAwaiter<>)
            || type == typeof(ValueTaskAwaiter) || type == typeof(ValueTaskAwaiter<>))
            return AwaitKind.Task;
        return type == typeof(ConfiguredTaskAwaitable.ConfiguredTaskAwaiter)
            || type == typeof(ConfiguredTaskAwaitable<>.ConfiguredTaskAwaiter)
            || type == typeof(ConfiguredValueTaskAwaitable.ConfiguredValueTaskAwaiter)
            || type == typeof(ConfiguredValueTaskAwaitable<>.ConfiguredValueTaskAwaiter)
            ? AwaitKind.Configured
            : AwaitKind.Other;
    }
}
