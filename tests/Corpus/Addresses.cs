namespace Corpus;

/// <summary>Variables that are changed by reference. What becomes of each is for the tests to say.</summary>
public static class Addresses
{
    public static void A_write_by_reference_after_many_addresses()
    {
        var numbers = new int[40];
        var shared = 0;
        Parallel.Invoke(() => Increment(ref shared), () => Increment(ref shared));

        void Increment(ref int at)
        {
            var seen = numbers;
            Touch(seen);
            at++;
        }
    }

    public static void A_span_kept_over_many_addresses()
    {
        var numbers = new int[40];
        Parallel.Invoke(() => Go(numbers), () => Go(numbers));

        void Go(Span<int> span)
        {
            Touch(numbers);
            span[39] = 2;
        }
    }

    public static void A_field_of_a_struct_by_reference()
    {
        var numbers = new int[40];
        var shared = new Pair { First = 1 };
        Parallel.Invoke(() => Go(ref shared), () => Go(ref shared));

        void Go(ref Pair at)
        {
            for (var i = 0; i < 20; i++)
                Peek(ref numbers[i]);
            at.Increment();
        }
    }

    public static void What_the_collector_moves()
    {
        var numbers = new int[40];
        var shared = 0;
        Parallel.Invoke(() => Go(ref shared), () => Go(ref shared));

        void Go(ref int at)
        {
            for (var i = 0; i < 20; i++)
                Peek(ref numbers[i]);
            GC.Collect();
            at++;
        }
    }

    public static void A_volatile_write_by_reference_after_many_addresses()
    {
        var numbers = new int[40];
        var data = 0;
        var shared = 0;
        Parallel.Invoke(() => Go(ref shared, true), () => Go(ref shared, false));

        void Go(ref int at, bool first)
        {
            var seen = numbers;
            Touch(seen);
            if (first)
            {
                data = 1;
                Volatile.Write(ref at, 1);
            }
            else
            {
                while (Volatile.Read(ref at) == 0)
                {
                }

                Expect(1, data);
            }
        }
    }

    public static void An_object_made_lazily_by_compare_and_swap()
    {
        object? made = null;
        object? first = null, second = null;
        Parallel.Invoke(() => first = Get(), () => second = Get());
        Expect(first == second);

        object Get()
        {
            var seen = made;
            if (seen != null)
                return seen;
            Interlocked.CompareExchange(ref made, new object(), null);
            return made!;
        }
    }

    private static void Touch(int[] numbers)
    {
        for (var i = 0; i < 20; i++)
            Peek(ref numbers[i]);
    }

    private static void Peek(ref int at)
    {
    }

    private struct Pair
    {
        public int First;
        public int Second;

        public void Increment() => Second++;
    }
}
