using System.Runtime.CompilerServices;

namespace Interleaving.Memory;

/// <summary>
/// Finds the box that a struct lies in when one of its methods is called on it there: by an interface, or by a delegate. The
/// method gets the address of what is in the box; the box begins a word before, with the type of what it holds.
/// </summary>
internal static class Boxes
{
    [ThreadStatic]
    private static nint top;

    /// <summary>The running thread's stack ends here, as far as operations are concerned.</summary>
    public static unsafe void BeginStack()
    {
        byte here;
        top = (nint)(&here);
    }

    /// <summary>The box; null when the struct lies anywhere else.</summary>
    public static unsafe object? Of<T>(ref T instance)
        where T : struct
    {
        // Nothing moves while it is pinned, so that a number can be made a reference.
        fixed (byte* at = &Unsafe.As<T, byte>(ref instance))
        {
            if (IsOnStack(at))
                return null;
            var start = (nint)at - sizeof(nint);
            return *(nint*)start == typeof(T).TypeHandle.Value ? Unsafe.As<nint, object>(ref start) : null;
        }
    }

    /// <summary>Whether the memory belongs to a method that has not returned yet: no other operation knows it.</summary>
    public static unsafe bool IsOnStack(byte* at)
    {
        byte here;
        return at >= &here && (nint)at <= top;
    }
}
