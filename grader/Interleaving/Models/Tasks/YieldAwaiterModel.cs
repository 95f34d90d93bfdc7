using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

[Models(typeof(YieldAwaitable.YieldAwaiter), Passes = ["*"])]
[Models(typeof(YieldAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredTaskAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredTaskAwaitable<>), Passes = ["*"])]
[Models(typeof(ConfiguredValueTaskAwaitable), Passes = ["*"])]
[Models(typeof(ConfiguredValueTaskAwaitable<>), Passes = ["*"])]
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>), Passes = ["*"])]
[Models(typeof(ConfiguredCancelableAsyncEnumerable<>.Enumerator), Passes = ["*"])]
[Models(typeof(ConfiguredAsyncDisposable), Passes = ["*"])]
[Models(typeof(TaskAsyncEnumerableExtensions), Passes = ["WithCancellation", "ConfigureAwait"])]
internal static class YieldAwaiterModel;
