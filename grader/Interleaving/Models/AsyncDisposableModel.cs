using Interleaving.Models.Clocks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>What <c>await using</c> calls.</summary>
[Models(typeof(IAsyncDisposable))]
internal static class AsyncDisposableModel
{
    public static ValueTask DisposeAsync(IAsyncDisposable self) =>
        Operation.Current is not null && self is Timer timer ? TimerModel.DisposeAsync(timer) : self.DisposeAsync();
}
