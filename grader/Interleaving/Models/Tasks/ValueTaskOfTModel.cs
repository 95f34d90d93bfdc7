namespace Interleaving.Models.Tasks;

[Models(typeof(ValueTask<>), Passes =
[
    ".ctor", "GetAwaiter", "ConfigureAwait", "Equals", "GetHashCode", "op_Equality", "op_Inequality", "ToString",
])]
internal static class ValueTaskOfTModel
{
    public static bool get_IsCompleted<T>(ref ValueTask<T> self) => ValueTaskModel.Look(ref self).IsCompleted;

    public static bool get_IsCompletedSuccessfully<T>(ref ValueTask<T> self) =>
        ValueTaskModel.Look(ref self).IsCompletedSuccessfully;

    public static bool get_IsFaulted<T>(ref ValueTask<T> self) => ValueTaskModel.Look(ref self).IsFaulted;

    public static bool get_IsCanceled<T>(ref ValueTask<T> self) => ValueTaskModel.Look(ref self).IsCanceled;

    public static Task<T> AsTask<T>(ref ValueTask<T> self) => ValueTasks.ToTask(ref self);

    public static ValueTask<T> Preserve<T>(ref ValueTask<T> self) =>
        ValueTasks.IsMore(ref self) ? new ValueTask<T>(ValueTasks.ToTask(ref self)) : self;

    public static T get_Result<T>(ref ValueTask<T> self)
    {
        AwaiterLook.Wait(ref self);
        return self.Result;
    }
}
