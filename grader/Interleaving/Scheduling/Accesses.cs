using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>The steps that order memory instead of racing: accesses to atomic and volatile locations.</summary>
internal static class Accesses
{
    /// <summary>A step on an atomic or volatile location: it orders memory instead of racing.</summary>
    public static void Synchronise(Operation operation, object owner, nint offset, int site, bool acquire, bool release)
    {
        Approach(operation, owner, offset, site, release);
        operation.Execution.Memory.AccessAtomically(operation, owner, offset, acquire, release, site, writes: release);
    }

    /// <summary>The same where the location's content is at hand.</summary>
    public static void Synchronise<T>(Operation operation, object owner, nint offset, int site, bool acquire, bool release, ref T location)
    {
        Approach(operation, owner, offset, site, release);
        operation.Execution.Memory.AccessAtomically(operation, owner, offset, acquire, release, site, writes: release, Content.Of(ref location));
    }

    /// <summary>The yield point before such a step.</summary>
    public static void Approach(Operation operation, object owner, nint offset, int site, bool release)
    {
        operation.Site = site;
        operation.Execution.Yield(operation, new Step(release ? StepKind.Sync : StepKind.Read, owner, offset, site));
    }

    /// <summary>All of a volatile read but the reading itself. Returns where to read.</summary>
    public static ref T BeforeVolatileRead<T>(Operation operation, ref T location, object owner, nint offset, int site)
    {
        Synchronise(operation, owner, offset, site, acquire: true, release: false, ref location);
        if (operation.Stores is { } stores)
            return ref stores.Forward(owner, offset, ref location);
        return ref location;
    }

    /// <summary>All of a volatile write but the writing itself; false when that is left to the operation's store buffer.</summary>
    public static bool BeforeVolatileWrite<T>(Operation operation, ref T location, T value, object owner, nint offset, int site)
    {
        Approach(operation, owner, offset, site, release: true);
        var execution = operation.Execution;
        var store = new StoredAt(site, owner, offset, execution.Memory.Atomic(operation, owner, offset, writes: true));
        var delayed = execution.DelayedStores.Delays(operation, store);
        execution.Memory.AccessAtomically(
            operation, owner, offset, acquire: false, release: true, site, writes: true, Content.Of(ref location), delayed);
        if (delayed)
            DelayedStores.Hold(operation, store, ref location, value);
        return !delayed;
    }
}
