using System.ComponentModel;
using System.Runtime.CompilerServices;
using Interleaving.Races;
using Interleaving.Scheduling;
using Interleaving.Weaving;

namespace Interleaving;

/// <summary>
/// What woven code calls before it touches memory that others may share. On a thread that is not under control every
/// hook does just what the original instruction did.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static partial class Hooks
{
    /// <summary>Whether the running execution is being written down, so that method entries and values are of interest.</summary>
    public static bool Recording;

    /// <summary>Counts executions; static state of woven code is as old as the epoch in which it was set up.</summary>
    public static int Epoch = 1;

    /// <summary>A new execution starts: static state of woven code is set up afresh when it is next used.</summary>
    public static void BeginExecution() => Interlocked.Increment(ref Epoch);

    public static T Read<T>(object owner, ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;
        Access(operation, owner, RawData.Offset(owner, ref location), site, write: false);
        return Seen(operation, site, location);
    }

    public static void Write<T>(object owner, ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            Access(operation, owner, RawData.Offset(owner, ref location), site, write: true);
            Recorded(operation, site, value);
        }

        location = value;
    }

    public static T ReadVolatile<T>(object owner, ref T location, int site)
    {
        if (Operation.Current is { } operation)
            Synchronise(operation, owner, RawData.Offset(owner, ref location), site, acquire: true, release: false);
        else
            Interlocked.MemoryBarrier();
        return Operation.Current is { } current ? Seen(current, site, location) : location;
    }

    public static void WriteVolatile<T>(object owner, ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            Synchronise(operation, owner, RawData.Offset(owner, ref location), site, acquire: false, release: true);
            Recorded(operation, site, value);
        }
        else
        {
            Interlocked.MemoryBarrier();
        }

        location = value;
    }

    public static T ReadStatic<T>(ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;
        Access(operation, StaticFields.Key(site), 0, site, write: false);
        return Seen(operation, site, location);
    }

    public static void WriteStatic<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            Access(operation, StaticFields.Key(site), 0, site, write: true);
            Recorded(operation, site, value);
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
        Access(operation, array, RawData.Offset(array, ref location), site, write: false);
        return Seen(operation, site, location);
    }

    public static void WriteElement<T>(T[] array, nint index, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            ref var location = ref ElementAddress(array, index);
            Access(operation, array, RawData.Offset(array, ref location), site, write: true);
            Recorded(operation, site, value);
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

    public static ref T AddressElement<T>(T[] array, nint index, int site)
    {
        ref var location = ref ElementAddress(array, index);
        Operation.Current?.Addresses.AddArray(array);
        return ref location!;
    }

    public static T ReadIndirect<T>(ref T location, int site)
    {
        if (Operation.Current is not { } operation)
            return location;
        if (operation.Addresses.TryFind(ref location, out var owner, out var offset))
            Access(operation, owner, offset, site, write: false);
        return Seen(operation, site, location);
    }

    public static void WriteIndirect<T>(ref T location, T value, int site)
    {
        if (Operation.Current is { } operation)
        {
            if (operation.Addresses.TryFind(ref location, out var owner, out var offset))
                Access(operation, owner, offset, site, write: true);
            Recorded(operation, site, value);
        }

        location = value;
    }

    /// <summary>The source line that the next call of the platform stands on.</summary>
    public static void At(int site)
    {
        if (Operation.Current is { } operation)
            operation.Site = site;
    }

    /// <summary>The program is about to call what the engine does not control: under control, that ends the execution.</summary>
    public static void Unsupported(int site)
    {
        if (Operation.Current is not { } operation)
            return;
        operation.Site = site;
        var message = $"unsupported: {Sites.Get(site)?.Member}{Sites.At(site)}";
        operation.Execution.Fail(operation, FailureKind.Unsupported, message);
        operation.ThrowAborted();
    }

    public static void BackEdge()
    {
        if (Operation.Current is { } operation && ++operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: true);
    }

    /// <summary>The same of a loop that carries nothing from one round to the next (see <see cref="Loops"/>).</summary>
    public static void WaitingBackEdge()
    {
        if (Operation.Current is not { } operation)
            return;
        operation.Waited++;
        if (++operation.Work > operation.WorkLimit || operation.Waited > operation.Execution.Limits.MaxSteps)
            operation.Execution.LookUp(operation, carries: false);
    }

    public static void Call()
    {
        if (Operation.Current is { } operation && ++operation.Work > operation.WorkLimit)
            operation.Execution.LookUp(operation, carries: false);
    }

    /// <summary>A method of the program was entered, with these arguments; called only while <see cref="Recording"/>.</summary>
    public static void Enter(int site, object?[] arguments)
    {
        if (Operation.Current is { } operation)
            operation.Execution.Entered(operation, site, arguments);
    }

    private static T ReadVolatileAt<T>(ref T location, object owner, nint offset, int site)
    {
        if (Operation.Current is not { } operation)
        {
            Interlocked.MemoryBarrier();
            return location;
        }

        Synchronise(operation, owner, offset, site, acquire: true, release: false);
        return Seen(operation, site, location);
    }

    private static void WriteVolatileAt<T>(ref T location, T value, object owner, nint offset, int site)
    {
        if (Operation.Current is { } operation)
        {
            Synchronise(operation, owner, offset, site, acquire: false, release: true);
            Recorded(operation, site, value);
        }

        location = value;
    }

    private static ref T ElementAddress<T>(T[] array, nint index)
    {
        if ((nuint)index >= (nuint)array.Length)
            throw new IndexOutOfRangeException();
        return ref Unsafe.Add(ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array), index);
    }

    private static void Access(Operation operation, object owner, nint offset, int site, bool write)
    {
        if (owner is null)
            return;
        operation.Site = site;
        var execution = operation.Execution;
        if (!execution.IsAlone)
            execution.Yield(operation, new Step(write ? StepKind.Write : StepKind.Read, owner, offset, site, Plain: true));
        else
            operation.Steps++;
        if (execution.LooksAtAccesses)
            execution.Accessed(operation, owner, offset, site, write);
    }

    /// <summary>A step on an atomic or volatile location: it orders memory instead of racing.</summary>
    internal static void Synchronise(Operation operation, object owner, nint offset, int site, bool acquire, bool release)
    {
        Approach(operation, owner, offset, site, release);
        operation.Execution.AtomicAccess(operation, owner, offset, acquire, release, site, writes: release);
    }

    /// <summary>The yield point before such a step.</summary>
    internal static void Approach(Operation operation, object owner, nint offset, int site, bool release)
    {
        operation.Site = site;
        operation.Execution.Yield(operation, new Step(release ? StepKind.Sync : StepKind.Read, owner, offset, site));
    }

    private static T Seen<T>(Operation operation, int site, T value)
    {
        if (Recording)
            operation.Execution.Noted(operation, site, write: false, value);
        return value;
    }

    private static void Recorded<T>(Operation operation, int site, T value)
    {
        if (Recording)
            operation.Execution.Noted(operation, site, write: true, value);
    }
}
