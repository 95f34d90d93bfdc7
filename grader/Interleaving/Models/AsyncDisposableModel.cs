using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>What <c>await using</c> calls: as <see cref="DisposableModel"/>.</summary>
[Models(typeof(IAsyncDisposable))]
internal static class AsyncDisposableModel
{
    public static ValueTask DisposeAsync(IAsyncDisposable self) =>
        Operation.Current is not null && self is not null
        && InterfaceCalls<Func<object, ValueTask>>.Find(self.GetType(), nameof(DisposeAsync)) is { } dispose
            ? dispose(self)
            : self!.DisposeAsync();
}
