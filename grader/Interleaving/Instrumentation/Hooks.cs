using System.ComponentModel;
using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Models;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Instrumentation;

/// <summary>
/// What woven code calls before it touches memory that others may share. On a thread that is not under control every
/// hook does just what the original instruction did.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static partial class Hooks
{
    /// <summary>Counts executions; static state of woven code is as old as the epoch in which it was set up.</summary>
    public static int Epoch = 1;

    /// <summary>A new execution starts: static state of woven code is set up afresh when it is next used.</summary>
    public static void BeginExecution() => Interlocked.Increment(ref Epoch);

    public static T Read<T>(object owner, ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;

        return Seen(operation, site, Access(operation, owner, RawData.Offset(owner, ref location), site, ref location));
    }

    public static void Write<T>(object owner, ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            Write(operation, owner, RawData.Offset(owner, ref location), site, ref location, value);
            return;
        }

        location = value;
    }

    public static T ReadVolatile<T>(object owner, ref T location, int site)
    {
        if (Operation.Current is { } operation)
            return ReadVolatile(operation, ref location, owner, RawData.Offset(owner, ref location), site);
        Interlocked.MemoryBarrier();
        return location;
    }

    public static void WriteVolatile<T>(object owner, ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            WriteVolatile(operation, ref location, value, owner, RawData.Offset(owner, ref location), site);
            return;
        }

        Interlocked.MemoryBarrier();
        location = value;
    }

    public static T ReadStatic<T>(ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;

        return Seen(operation, site, Access(operation, StaticFields.Key(site), 0, site, ref location));
    }

    public static void WriteStatic<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            Write(operation, StaticFields.Key(site), 0, site, ref location, value);
            return;
        }

        location = value;
    }

    public static T ReadStaticVolatile<T>(ref T location, int site) =>
        ReadVolatileAt(ref location, StaticFields.Key(site), 0, site);

    public static void WriteStaticVolatile<T>(ref T location, T value, int site) =>
        WriteVolatileAt(ref location, value, StaticFields.Key(site), 0, site);

    public static T ReadElement<T>(T[] array, nint index, int site)
    {
        if (Operation.Current is not { } operation)
            return array[index];

        ref var location = ref ElementAddress(array, index);
        return Seen(operation, site, Access(operation, array, RawData.Offset(array, ref location), site, ref location));
    }

    public static void WriteElement<T>(T[] array, nint index, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            ref var location = ref ElementAddress(array, index);
            var offset = RawData.Offset(array, ref location);
            Access(operation, array, offset, site, ref location, value);

            // An array may be of a type that not every value fits: then it is for the store itself to say so.
            if (array.GetType() == typeof(T[]) && IsHeld(operation, array, offset, site, ref location, value))
                return;
        }

        array[index] = value;
    }

    public static ref T Address<T>(object owner, ref T location, int site)
    {
        Operation.Current?.Addresses.Add(owner, RawData.Offset(owner, ref location), Unsafe.SizeOf<T>());
        return ref location;
    }

    public static ref T AddressStatic<T>(ref T location, int site)
    {
        Operation.Current?.Addresses.AddStatic(StaticFields.Key(site), ref location);
        return ref location;
    }

    /// <summary>Taken as the platform takes it: of an array whose items are of exactly this type.</summary>
    public static ref T AddressElement<T>(T[] array, nint index, int site)
    {
        ref var location = ref array[index];
        Operation.Current?.Addresses.AddArray(array);
        return ref location!;
    }

    /// <summary>The same behind <c>readonly.</c>: nothing is written through the address, so the array may be one of a derived type.</summary>
    public static ref T AddressReadOnlyElement<T>(T[] array, nint index, int site)
    {
        ref var location = ref ElementAddress(array, index);
        Operation.Current?.Addresses.AddArray(array);
        return ref location!;
    }

    /// <summary>The program is about to write, by an instruction that stays as it is.</summary>
    public static void Writing<T>(object owner, ref T location, T value, int site)
    {
        if (Operation.Current is not { } operation)
            return;
        var offset = RawData.Offset(owner, ref location);
        Access(operation, owner, offset, site, ref location, value);
        operation.Stores?.Overwrite(owner, offset, Unsafe.SizeOf<T>());
    }

    /// <summary>A method of a struct begins, which may lie in a box that nobody took an address in.</summary>
    public static void Inside<T>(ref T instance)
        where T : struct
    {
        if (Operation.Current is { } operation && Boxes.Of(ref instance) is { } box && !operation.Addresses.TryFind(ref instance, out _, out _))
            operation.Addresses.Add(box, RawData.Offset(box, ref instance), Unsafe.SizeOf<T>());
    }

    /// <summary>The source line that the next call of the platform stands on.</summary>
    public static void At(int site)
    {
        if (Operation.Current is { } operation)
            operation.Site = site;
    }

    /// <summary>The program calls a package, whose object may be shared: others may come first.</summary>
    public static void Into(object? receiver, int site)
    {
        At(site);
        if (receiver is not null && Operation.Current is { } operation)
            operation.Execution.Yield(operation, new Step(StepKind.Sync, receiver, 0, site));
    }

    /// <summary>The program is about to call what the engine does not control: under control, that ends the execution.</summary>
    public static void Unsupported(int site)
    {
        if (Operation.Current is not { } operation)
            return;
        var api = Sites.Get(site)?.Member ?? "";
        Refuse(operation, site, RedirectTable.RefusalOf(api).Of(api, Sites.At(site)));
    }

    private static void Refuse(Operation operation, int site, string message)
    {
        operation.Site = site;
        operation.Execution.Fail(operation, FailureKind.Unsupported, message);
        operation.ThrowAborted();
    }

    /// <summary>The instance that a delegate is made on, where the method is found by its name.</summary>
    /// <exception cref="ArgumentException">As the platform's constructor of delegates raises.</exception>
    public static void NotNull(object? instance)
    {
        if (instance is null)
            throw new ArgumentException("Delegate to an instance method cannot have null 'this'.");
    }

    /// <summary>The same where the method is looked up in the instance.</summary>
    /// <exception cref="NullReferenceException">There is no instance.</exception>
    public static void NotNullVirtually(object? instance)
    {
        if (instance is null)
            throw new NullReferenceException();
    }

    public static void BackEdge()
    {
        if (Operation.Current is { } operation && ++operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: true);
    }

    /// <summary>The same of a loop that carries nothing from one round to the next (see <see cref="Weaving.Loops"/>).</summary>
    public static void WaitingBackEdge()
    {
        if (Operation.Current is not { } operation)
            return;
        operation.Loops.Waits++;
        if (++operation.Work > operation.WorkLimit || operation.Loops.Waits > operation.Execution.Limits.MaxWaits)
            operation.Execution.LookUp(operation, carries: false);
    }

    public static void Call() => Charges.Call();

    /// <summary>A method of the program was entered, with these arguments; called only while <see cref="Scheduling.Recording"/>.</summary>
    public static void Enter(int site, object?[] arguments)
    {
        if (Operation.Current is { } operation)
            operation.Execution.Observers.Entered(operation, site, arguments);
    }
}
