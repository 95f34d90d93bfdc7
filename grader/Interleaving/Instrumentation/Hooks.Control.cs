using Interleaving.Memory;
using Interleaving.Models;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <content>Code of packages, which has no places of its own: what happens there happens on the program's line that called.</content>
internal static partial class Hooks
{
    public static T ReadVolatileHere<T>(object owner, ref T location)
    {
        if (Operation.Current is { } operation)
            Accesses.Synchronise(operation, owner, RawData.Offset(owner, ref location), operation.Site, acquire: true, release: false);
        else
            Interlocked.MemoryBarrier();
        return location;
    }

    public static void WriteVolatileHere<T>(object owner, ref T location, T value)
    {
        if (Operation.Current is { } operation)
        {
            operation.Stores?.Drain();
            Accesses.Synchronise(operation, owner, RawData.Offset(owner, ref location), operation.Site, acquire: false, release: true);
        }
        else
        {
            Interlocked.MemoryBarrier();
        }

        location = value;
    }

    public static T ReadStaticVolatileHere<T>(ref T location, string field)
    {
        if (Operation.Current is { } operation)
            Accesses.Synchronise(operation, StaticFields.Of(field), 0, operation.Site, acquire: true, release: false);
        else
            Interlocked.MemoryBarrier();
        return location;
    }

    public static void WriteStaticVolatileHere<T>(ref T location, T value, string field)
    {
        if (Operation.Current is { } operation)
        {
            operation.Stores?.Drain();
            Accesses.Synchronise(operation, StaticFields.Of(field), 0, operation.Site, acquire: false, release: true);
        }
        else
        {
            Interlocked.MemoryBarrier();
        }

        location = value;
    }

    public static ref T AddressStaticHere<T>(ref T location, string field)
    {
        Operation.Current?.Addresses.AddStatic(StaticFields.Of(field), ref location);
        return ref location;
    }

    /// <summary>A package is about to call what the engine does not control.</summary>
    public static void UnsupportedHere(string api)
    {
        if (Operation.Current is { } operation)
            Refuse(operation, operation.Site, RedirectTable.RefusalOf(api).Of($"{api}, called by a package that is used", Sites.At(operation.Site)));
    }

    /// <summary>A type initialiser that runs once in the process, under a lock of the runtime's: nobody else gets the turn.</summary>
    public static void BeginOnce()
    {
        if (Operation.Current is { } operation)
            operation.Atomic++;
    }

    public static void EndOnce()
    {
        if (Operation.Current is { } operation)
            operation.Atomic--;
    }
}
