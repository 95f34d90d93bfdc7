using System.Collections;

namespace Corpus;

/// <summary>Structs that lie in a box, in a field or on the stack. What becomes of each is for the tests to say.</summary>
public static class StructsAnywhere
{
    private interface IAdding
    {
        void Add();
    }

    private interface ICounting : IAdding
    {
        int Count { get; }
    }

    public static void A_struct_in_a_struct_behind_an_interface()
    {
        IAdding state = new Outer();
        Twice(state.Add);
    }

    public static void An_enumerator_of_ones_own_behind_an_interface()
    {
        IEnumerator<int> items = new UpToThree();
        Twice(() => items.MoveNext());
    }

    public static void A_type_parameter_that_allows_ref_structs()
    {
        var number = new Number();
        Twice(() => Store(ref number.Value, Load(ref number.Value) + 1));
    }

    public static void Such_a_type_parameter_under_a_lock()
    {
        var number = new Number();
        Twice(() =>
        {
            lock (number)
                Store(ref number.Value, Load(ref number.Value) + 1);
            var own = 1;
            Store(ref own, Load(ref own));
        });
        Expect(2, number.Value);
    }

    public static void A_ref_field_of_such_a_type()
    {
        var numbers = new int[1];
        Twice(() =>
        {
            var reference = new Reference<int>(ref numbers[0]);
            reference.Set(reference.Get() + 1);
        });
    }

    public static void A_struct_with_a_volatile_field()
    {
        var holder = new Holder();
        Together(
            () =>
            {
                holder.Work.Result = 1;
                holder.Work.Done = true;
            },
            () =>
            {
                if (holder.Work.Done)
                    Expect(1, holder.Work.Result);
                holder.Work.Result = 2;
            });
    }

    public static void A_struct_with_a_volatile_field_that_publishes()
    {
        var holder = new Holder();
        Together(
            () =>
            {
                holder.Work.Result = 1;
                holder.Work.Done = true;
            },
            () =>
            {
                if (holder.Work.Done)
                    Expect(1, holder.Work.Result);
            });
    }

    public static void A_struct_behind_an_interface_under_a_lock()
    {
        ICounting state = new Counting();
        Twice(() =>
        {
            lock (state)
                state.Add();
        });
        Expect(2, state.Count);
    }

    private static T Load<T>(ref T at)
        where T : allows ref struct => at;

    private static void Store<T>(ref T at, T value)
        where T : allows ref struct => at = value;

    private struct Inner
    {
        public int Count;

        public void Add() => Count++;
    }

    private struct Outer : IAdding
    {
        private Inner inner;

        public void Add() => inner.Add();
    }

    private struct Counting : ICounting
    {
        private int count;

        public readonly int Count => count;

        public void Add() => count++;
    }

    private struct UpToThree : IEnumerator<int>
    {
        private int count;

        public readonly int Current => count;

        readonly object IEnumerator.Current => count;

        public bool MoveNext() => count++ < 3;

        public readonly void Reset()
        {
        }

        public readonly void Dispose()
        {
        }
    }

    private struct Work
    {
        public int Result;
        public volatile bool Done;
    }

    private ref struct Reference<T>(ref T at)
    {
        public ref T At = ref at;

        public T Get() => At;

        public void Set(T value) => At = value;
    }

    private sealed class Number
    {
        public int Value;
    }

    private sealed class Holder
    {
        public Work Work;
    }
}
