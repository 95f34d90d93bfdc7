using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>
/// When memory is collected is nothing that a schedule decides, so under control it is not: what a weak reference refers to
/// stays until the execution is over. That is one of the behaviours that the platform promises, and the only one that can
/// be repeated.
/// </summary>
[Models(typeof(WeakReference<>), Passes = ["TryGetTarget"])]
internal static class WeakReferenceModel
{
    private static readonly object Key = new();

    public static WeakReference<T> New<T>(T target)
        where T : class? => New(target, trackResurrection: false);

    public static WeakReference<T> New<T>(T target, bool trackResurrection)
        where T : class?
    {
        Keep(target);
        return new WeakReference<T>(target, trackResurrection);
    }

    public static void SetTarget<T>(WeakReference<T> self, T target)
        where T : class?
    {
        Keep(target);
        self.SetTarget(target);
    }

    internal static void Keep(object? target)
    {
        if (Operation.Current is { } operation && target is not null)
            _ = operation.Execution.State(Key, static _ => new HashSet<object>(ReferenceEqualityComparer.Instance)).Add(target);
    }
}
