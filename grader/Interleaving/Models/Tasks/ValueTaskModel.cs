using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTask), Passes =
[
    ".ctor", "get_CompletedTask", "FromResult", "FromException", "FromCanceled", "GetAwaiter", "ConfigureAwait",
    "Equals", "GetHashCode", "op_Equality", "op_Inequality",
])]
internal static class ValueTaskModel
{
    public static bool get_IsCompleted(ref ValueTask self) => Look(ref self).IsCompleted;

    public static bool get_IsCompletedSuccessfully(ref ValueTask self) => Look(ref self).IsCompletedSuccessfully;

    public static bool get_IsFaulted(ref ValueTask self) => Look(ref self).IsFaulted;

    public static bool get_IsCanceled(ref ValueTask self) => Look(ref self).IsCanceled;

    public static Task AsTask(ref ValueTask self) => ValueTasks.ToTask(ref self);

    public static ValueTask Preserve(ref ValueTask self) => ValueTasks.IsMore(ref self) ? new ValueTask(ValueTasks.ToTask(ref self)) : self;

    internal static ref TValueTask Look<TValueTask>(ref TValueTask task)
        where TValueTask : struct
    {
        if (Operation.Current is { } operation && ValueTasks.Behind(ref task) is { } behind)
            TaskSync.Look(operation, behind, asks: true);
        return ref task;
    }
}
