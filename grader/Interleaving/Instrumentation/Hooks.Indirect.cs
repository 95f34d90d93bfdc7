using System.Runtime.CompilerServices;
using Interleaving.Scheduling;

namespace Interleaving.Instrumentation;

/// <content>Memory behind references.</content>
internal static partial class Hooks
{
    /// <summary>For a type parameter that allows ref structs, which no value can be shown of.</summary>
    public static T ReadIndirectOfAny<T>(ref T location, int site)
        where T : allows ref struct
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref Unsafe.As<T, byte>(ref location), out var owner, out var offset))
            Access(operation, owner, offset, site, StepKind.Read);
        return location;
    }

    /// <inheritdoc cref="ReadIndirectOfAny{T}"/>
    public static void WriteIndirectOfAny<T>(ref T location, T value, int site)
        where T : allows ref struct
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref Unsafe.As<T, byte>(ref location), out var owner, out var offset))
            Access(operation, owner, offset, site, StepKind.Write);
        location = value;
    }

    public static T ReadIndirect<T>(ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;

        return Seen(operation, site, operation.Addresses.TryFind(ref location, out var owner, out var offset)
            ? Access(operation, owner, offset, site, ref location)
            : location);
    }

    /// <summary>The platform is about to change a struct of its own, wherever that lies.</summary>
    public static void WritingIndirect<T>(ref T location, int site)
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref location, out var owner, out var offset))
            Access(operation, owner, offset, site, StepKind.Write);
    }

    public static void WriteIndirect<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            if (operation.Addresses.TryFind(ref location, out var owner, out var offset))
            {
                Write(operation, owner, offset, site, ref location, value);
                return;
            }

            Recorded(operation, site, value);
        }

        location = value;
    }

    /// <summary>A volatile field of a struct, wherever that lies.</summary>
    public static T ReadIndirectVolatile<T>(ref T location, int site)
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref location, out var owner, out var offset))
            return ReadVolatileAt(ref location, owner, offset, site);
        var value = location;
        Interlocked.MemoryBarrier();
        return value;
    }

    public static void WriteIndirectVolatile<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation && operation.Addresses.TryFind(ref location, out var owner, out var offset))
        {
            WriteVolatileAt(ref location, value, owner, offset, site);
            return;
        }

        Interlocked.MemoryBarrier();
        location = value;
    }
}
