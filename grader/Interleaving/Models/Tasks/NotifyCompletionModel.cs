using System.Runtime.CompilerServices;

namespace Interleaving.Models.Tasks;

/// <summary>
/// What a method builder of the program's own calls on the awaiters that it is handed, whose type it does not know
/// (<c>where TAwaiter : INotifyCompletion</c>).
/// </summary>
[Models(typeof(INotifyCompletion), Passes = ["*"])]
[Models(typeof(ICriticalNotifyCompletion), Passes = ["*"])]
internal static class NotifyCompletionModel
{
    /// <summary>Instead of a constrained call: takes the address of an awaiter of any type.</summary>
    internal static void Constrained<TAwaiter>(ref TAwaiter awaiter, Action continuation)
        where TAwaiter : INotifyCompletion =>
        AwaiterLook.OnCompleted(ref awaiter, continuation);
}
