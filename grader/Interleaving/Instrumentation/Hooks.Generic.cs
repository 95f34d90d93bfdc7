using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <content>Static fields of generic types: each instantiation has its own.</content>
internal static partial class Hooks
{
    public static T ReadStaticOf<T>(ref T location, RuntimeTypeHandle type, int site)
    {
        if (Operation.Current is not { } operation)
            return location;

        return Seen(operation, site, Access(operation, StaticFields.Key(site, type), 0, site, ref location));
    }

    public static void WriteStaticOf<T>(ref T location, T value, RuntimeTypeHandle type, int site)
    {
        if (Operation.Current is { } operation)
            Write(operation, StaticFields.Key(site, type), 0, site, ref location, value);
        else
            location = value;
    }

    public static T ReadStaticVolatileOf<T>(ref T location, RuntimeTypeHandle type, int site) =>
        ReadVolatileAt(ref location, StaticFields.Key(site, type), 0, site);

    public static void WriteStaticVolatileOf<T>(ref T location, T value, RuntimeTypeHandle type, int site) =>
        WriteVolatileAt(ref location, value, StaticFields.Key(site, type), 0, site);

    public static ref T AddressStaticOf<T>(ref T location, RuntimeTypeHandle type, int site)
    {
        Operation.Current?.Addresses.AddStatic(StaticFields.Key(site, type), ref location);
        return ref location;
    }
}
