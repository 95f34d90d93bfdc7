using System.Diagnostics;

namespace Corpus;

/// <summary>What type initialisers do, to others and for their users. What becomes of each is for the tests to say.</summary>
public static class TypeInitialisers
{
    private static int changed;

    public static void A_field_changed_by_two_initialisers()
    {
        Together(Initialise<First>, Initialise<Second>);

        static void Initialise<T>()
        {
            Body.Value = () => changed++;
            _ = Once<T>.Result;
        }
    }

    public static void Objects_that_an_initialiser_makes() => Twice(() =>
    {
        var sum = 0;
        for (var node = Nodes.First; node is not null; node = node.Next)
            sum += node.Value;
        Expect(3, sum);
    });

    public static void An_initialiser_that_uses_another_type() =>
        Together(() => Expect(3, Summed.Sum), () => Expect(2, Filled.Numbers[2]));

    public static void An_initialiser_runs_once()
    {
        Twice(() => _ = MadeOnce.It);
        Expect(1, Making.Count);
    }

    public static void A_clock_that_an_initialiser_starts() => Together(
        () => Expect(Clock.Running.Elapsed >= TimeSpan.Zero),
        () => Expect(Clock.Running.ElapsedMilliseconds >= 0));

    public static void A_clock_that_one_of_its_users_starts_again() => Together(
        () => Expect(Clock.Running.Elapsed >= TimeSpan.Zero),
        () => Clock.Running.Restart());

    public static void A_singleton()
    {
        Twice(() =>
        {
            Expect(Singleton.Instance.Count >= 2);
            Singleton.Instance.Add();
        });
        Expect(4, Singleton.Instance.Count);
    }

    public static void An_initialiser_with_a_lock_that_its_user_holds() => Parallel.Invoke(
        () => Expect(1, Locking.Value),
        () =>
        {
            lock (Gate.Object)
                Expect(1, Locking.Value);
        });

    private static class Once<T>
    {
        public static readonly object Result;

#pragma warning disable CA1810 // Without the constructor, the initialiser could run at any time before.
        static Once() => Result = Body.Value!();
#pragma warning restore CA1810
    }

    private static class Body
    {
        [ThreadStatic]
        public static Func<object>? Value;
    }

    private static class Nodes
    {
        public static readonly Node First = Make();

        private static Node Make()
        {
            Node? first = null;
            for (var i = 0; i < 3; i++)
            {
                var made = new Node();
                Fill(made, i);
                made.Next = first;
                first = made;
            }

            return first!;
        }

        private static void Fill(Node node, int value) => node.Value = value;
    }

    private static class Filled
    {
        public static readonly int[] Numbers = Make();

        private static int[] Make()
        {
            var numbers = new int[3];
            Fill(numbers);
            return numbers;
        }

        private static void Fill(int[] numbers)
        {
            for (var i = 0; i < 3; i++)
                numbers[i] = i;
        }
    }

    private static class Summed
    {
        public static readonly int Sum = Filled.Numbers[0] + Filled.Numbers[1] + Filled.Numbers[2];
    }

    private static class Clock
    {
        public static readonly Stopwatch Running = Stopwatch.StartNew();
    }

    private static class Making
    {
        public static int Count;
    }

    private static class MadeOnce
    {
        public static readonly object It = Make();

        private static object Make()
        {
            Interlocked.Increment(ref Making.Count);
            return new object();
        }
    }

    private static class Locking
    {
        public static int Value = Make();

        static Locking()
        {
        }

        private static int Make()
        {
            lock (Gate.Object)
                return 1;
        }
    }

    private static class Gate
    {
        public static object Object = new();
    }

    private sealed class First;

    private sealed class Second;

    private sealed class Node
    {
        public int Value;
        public Node? Next;
    }

    private sealed class Singleton
    {
        private readonly List<int> items = [];

        private Singleton()
        {
            items.Add(1);
            Initialise();
        }

        public static Singleton Instance { get; } = new();

        public int Count
        {
            get
            {
                lock (items)
                    return items.Count;
            }
        }

        public void Add()
        {
            lock (items)
                items.Add(3);
        }

        private void Initialise() => items.Add(2);
    }
}
