using System.Runtime.CompilerServices;

namespace Interleaving.Models;

/// <summary><c>await using (x.ConfigureAwait(false))</c>.</summary>
[Models(typeof(ConfiguredAsyncDisposable), Passes = ["*"])]
internal static class ConfiguredAsyncDisposableModel
{
    public static ConfiguredValueTaskAwaitable DisposeAsync(ref ConfiguredAsyncDisposable self) =>
        AsyncDisposableModel.DisposeAsync(SourceOf(ref self)).ConfigureAwait(ContinuesOnContext(ref self));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_source")]
    private static extern ref readonly IAsyncDisposable SourceOf(ref ConfiguredAsyncDisposable self);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_continueOnCapturedContext")]
    private static extern ref readonly bool ContinuesOnContext(ref ConfiguredAsyncDisposable self);
}
