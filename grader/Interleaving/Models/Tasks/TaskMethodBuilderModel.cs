using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>The end of an async method that has a task.</summary>
[Models(typeof(AsyncTaskMethodBuilder))]
[Models(typeof(AsyncTaskMethodBuilder<>))]
[Models(typeof(AsyncValueTaskMethodBuilder))]
[Models(typeof(AsyncValueTaskMethodBuilder<>))]
internal static class TaskMethodBuilderModel
{
    [Before, Also("SetException")]
    public static void SetResult<[Self] TBuilder>(ref TBuilder self)
        where TBuilder : struct
    {
        TaskSync.Completing(ref self);
        AsyncInvocations.Return();
    }
}
