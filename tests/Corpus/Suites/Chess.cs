namespace Corpus.Suites;

/// <summary>
/// Small programs of the managed suite of CHESS (Musuvathi et al., OSDI 2008), written anew in today's C#. Where one of them
/// returned false, the one here throws.
/// </summary>
public static partial class Chess
{
    private static readonly object First = new();
    private static readonly object Second = new();
    private static int counter;
    private static int balance = 10;
    private static int signal;
    private static volatile int x;
    private static volatile int y;

    [Program("interlock1")]
    public static void Interlock1()
    {
        Beside(() => Interlocked.Increment(ref counter), () => Interlocked.Increment(ref counter));
        Expect(2, counter);
    }

    [Program("interlock3")]
    public static void Interlock3()
    {
        var second = new Thread(() => Interlocked.Increment(ref counter));
        Beside(
            () => Interlocked.Increment(ref counter),
            () =>
            {
                second.Start();
                Interlocked.Increment(ref counter);
            });
        second.Join();
        Expect(3, counter);
    }

    [Program("exchange")]
    public static void Exchange()
    {
        var list = new ExchangedList();
        Beside(() => list.Insert(-1), () =>
        {
            list.Insert(1);
            list.Insert(2);
        });
        Expect(3, list.Count);
    }

    [Program("example")]
    public static void Example()
    {
        Beside(() => Set(1), () => Set(0));
        Expect(counter <= 6);

        static void Set(int to)
        {
            for (var i = 0; i < 2; i++)
            {
                lock (First)
                {
                    if (signal != to)
                        counter++;
                    signal = to;
                }
            }
        }
    }

    [Program("balance")]
    public static void Balance()
    {
        Beside(
            () =>
            {
                int seen;
                lock (First)
                    seen = balance;
                lock (First)
                    balance = seen - 10;
            },
            () =>
            {
                lock (First)
                    balance += 10;
            });
        lock (First)
            Expect(10, balance);
    }

    [Program("deadlock")]
    public static void Deadlock() => Beside(
        () =>
        {
            lock (Second)
            {
                lock (First)
                    counter++;
            }
        },
        () =>
        {
            lock (First)
            {
                lock (Second)
                    counter++;
            }
        });

    [Program("volatile")]
    public static void Volatile1()
    {
        Beside(() => (x, y) = (2, 2), () => (x, y) = (1, 1));
        Expect(x is 1 or 2 && y is 1 or 2);
    }

    [Program("volatile2")]
    public static void Volatile2()
    {
        Beside(
            () =>
            {
                lock (First)
                    (x, y) = (2, 2);
            },
            () => (x, y) = (1, 1));
        Expect(x == y);
    }

    [Program("volatile4")]
    public static void Volatile4() => Beside(
        () =>
        {
            for (var i = 0; i < 10; i++)
                x = x + 1;
        },
        () => x = x + 1);

    [Program("choizeller")]
    public static void ChoiZeller()
    {
        var queue = new ChoiZellerQueue();
        var second = new Thread(() => queue.Enqueue(2));
        Beside(queue.Dequeue, () =>
        {
            second.Start();
            queue.Enqueue(1);
        });
        second.Join();
        Expect(!queue.IsEmpty);
    }

    [Program("joinwait")]
    public static void JoinWait()
    {
        Thread first = new(Pass), second = new(Pass);
        first.Start();
        second.Start();
        while (!first.Join(1) || !second.Join(1))
        {
        }

        static void Pass()
        {
            lock (First)
                counter++;
        }
    }

    /// <summary>Starts one, does the other itself, and waits.</summary>
    private static void Beside(Action child, Action self)
    {
        var thread = new Thread(new ThreadStart(child));
        thread.Start();
        self();
        thread.Join();
    }

    private sealed class ExchangedList
    {
        private readonly Node head;
        private Node last;

        public ExchangedList() => head = last = new Node();

        public int Count
        {
            get
            {
                var count = 0;
                for (var at = head.Next; at is not null; at = at.Next)
                    count++;
                return count;
            }
        }

        public void Insert(int id)
        {
            var node = new Node { Id = id };
            Interlocked.Exchange(ref last, node).Next = node;
        }

        private sealed class Node
        {
            public int Id { get; init; }

            public Node? Next { get; set; }
        }
    }

    private sealed class ChoiZellerQueue
    {
        private readonly int[] link = new int[10];
        private volatile int head;
        private volatile int tail;

        public bool IsEmpty => head == 0;

        public void Enqueue(int item)
        {
            link[item] = 0;
            if (head == 0)
            {
                head = item;
            }
            else
            {
                lock (link)
                    link[tail] = item;
            }

            tail = item;
        }

        public void Dequeue()
        {
            if (head == tail)
                tail = 0;
            lock (link)
                head = link[head];
        }
    }
}
