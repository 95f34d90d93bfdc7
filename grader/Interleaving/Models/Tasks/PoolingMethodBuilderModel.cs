using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>Its tasks have a source of the platform behind them, which is used again later.</summary>
[Models(typeof(PoolingAsyncValueTaskMethodBuilder))]
[Models(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
internal static class PoolingMethodBuilderModel
{
    [Before, Also("SetException")]
    public static void SetResult<[Self] TBuilder>(ref TBuilder self)
        where TBuilder : struct
    {
        ValueTaskSourceModel.Publish();
        AsyncInvocations.Return();
    }
}
