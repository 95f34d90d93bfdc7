using System.Runtime.CompilerServices;
using Interleaving.Memory;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models.Collections;

/// <summary>
/// A node's value is memory of its own: it may be read while the list gets and loses other nodes. Whoever goes through the list reads
/// it as well, so a write is also one of the list.
/// </summary>
[Models(typeof(LinkedListNode<>), Passes = ["*"])]
internal static class LinkedListNodeModel
{
    public static T get_Value<T>(LinkedListNode<T> self)
    {
        See(self, write: false);
        return self.Value;
    }

    public static void set_Value<T>(LinkedListNode<T> self, T value)
    {
        See(self, write: true);
        if (Operation.Current is { } operation)
            Unsynchronised.Access(operation, self, write: true, elements: false, operation.Site);
        self.Value = value;
    }

#pragma warning disable CS8619 // To the compiler, ref T? and ref T are two types.
    public static ref T get_ValueRef<T>(LinkedListNode<T> self)
    {
        ref var value = ref self.ValueRef;
        if (Operation.Current is { } operation)
        {
            Unsynchronised.Access(operation, self, write: false, elements: false, operation.Site);
            operation.Addresses.Add(self, RawData.Offset(self, ref value), Unsafe.SizeOf<T>());
        }

        return ref value;
    }
#pragma warning restore CS8619

    private static void See<T>(LinkedListNode<T> self, bool write)
    {
        ref var value = ref self.ValueRef;
        if (Operation.Current is { } operation)
            Unsynchronised.Range(operation, self, RawData.Offset(self, ref value), Unsafe.SizeOf<T>(), 1, write, operation.Site);
    }
}
