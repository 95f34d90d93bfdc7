using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Corpus;

/// <summary>Memory outside of the heap, and accessors of what is private. What becomes of each is for the tests to say.</summary>
public static class Pointers
{
    public static unsafe void Memory_outside_of_the_heap()
    {
        var memory = (int*)NativeMemory.AllocZeroed(4);
        var address = (nint)memory;
        Twice(() => Add(address));
        NativeMemory.Free(memory);

        static void Add(nint at) => (*(int*)at)++;
    }

    public static unsafe void Memory_outside_of_the_heap_counted_atomically()
    {
        var memory = (int*)NativeMemory.AllocZeroed(4);
        var address = (nint)memory;
        Twice(() => Add(address));
        Expect(2, *memory);
        NativeMemory.Free(memory);

        static void Add(nint at) => Interlocked.Increment(ref *(int*)at);
    }

    public static unsafe void Memory_of_the_marshaller()
    {
        var address = Marshal.AllocHGlobal(16);
        Twice(() => Add(address));
        Marshal.FreeHGlobal(address);

        static void Add(nint at) => ((long*)at)[1]++;
    }

    public static unsafe void A_span_over_memory_outside_of_the_heap()
    {
        var memory = NativeMemory.AllocZeroed(16);
        var address = (nint)memory;
        Twice(() => Add(address));
        NativeMemory.Free(memory);

        static void Add(nint at) => new Span<int>((void*)at, 4)[2]++;
    }

    public static unsafe void A_pointer_in_a_field()
    {
        var holder = new Holder { At = (int*)NativeMemory.AllocZeroed(4) };
        Twice(() => { *holder.At = *holder.At + 1; });
        NativeMemory.Free(holder.At);
    }

    public static void Each_its_own_memory_freed_and_handed_out_again() => Twice(() =>
    {
        unsafe
        {
            var memory = (int*)NativeMemory.Alloc(4);
            *memory = 1;
            *memory += 1;
            Expect(2, *memory);
            NativeMemory.Free(memory);
        }
    });

    public static void An_accessor_of_a_field()
    {
        var hidden = new Hidden();
        Twice(() => NumberOf(hidden)++);
    }

    public static void An_accessor_of_a_method()
    {
        var hidden = new Hidden();
        Twice(() => AddTo(hidden));
    }

    public static void Accessors_that_two_read_by()
    {
        var hidden = NewHidden(3);
        Twice(() => Expect(NumberOf(hidden) == 3));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "number")]
    private static extern ref int NumberOf(Hidden hidden);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "Add")]
    private static extern void AddTo(Hidden hidden);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    private static extern Hidden NewHidden(int number);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "Zero")]
    private static extern ref readonly decimal Zero(ref decimal of);

    private sealed class Hidden
    {
        private int number;

        public Hidden()
        {
        }

        private Hidden(int number) => this.number = number;

        private void Add() => number++;
    }

    private sealed unsafe class Holder
    {
        public int* At;
    }
}
