using System.Runtime.CompilerServices;
using Interleaving.Memory;

namespace Interleaving.Scheduling;

/// <summary>A store that others do not see yet.</summary>
/// <param name="store">Where.</param>
/// <param name="size">Of the location, in bytes.</param>
internal abstract class BufferedStore(StoredAt store, int size)
{
    public object Owner => store.Owner;

    public nint Offset => store.Offset;

    public int Site => store.Site;

    /// <summary>What was written, for the table.</summary>
    public abstract object? Shown { get; }

    /// <summary>What orders the accesses to the location.</summary>
    protected SyncState? Order => store.State;

    public bool Touches(object other, nint at, int length) =>
        ReferenceEquals(Owner, other) && at < Offset + size && Offset < at + length;

    public abstract void Write();
}

/// <summary>A store of one type of value.</summary>
internal sealed unsafe class BufferedStore<T> : BufferedStore
{
    private readonly VectorClock? known;
    private readonly nint fixedAddress;
    private T value;

    /// <param name="store">Where.</param>
    /// <param name="location">The same.</param>
    /// <param name="value">What is written.</param>
    /// <param name="known">What whoever reads the value acquires by it: what the writer knew when it wrote; null for a plain store.</param>
    public BufferedStore(StoredAt store, ref T location, T value, VectorClock? known)
        : base(store, Unsafe.SizeOf<T>())
    {
        (this.value, this.known) = (value, known);

        // A static field does not lie in the object that stands for it, and does not move.
        if (RawData.Offset(store.Owner, ref location) != store.Offset)
            fixedAddress = (nint)Unsafe.AsPointer(ref location);
    }

    public ref T Value => ref value;

    public override object? Shown => value;

    public override void Write()
    {
        if (fixedAddress != 0)
            Unsafe.AsRef<T>((void*)fixedAddress) = value;
        else
            Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref RawData.Of(Owner), Offset)) = value;
        if (known is not null)
            Order!.Clock.Join(known);
    }
}
