namespace Corpus.Suites;

/// <summary>
/// Small programs of SCTBench (Thomson, Donaldson and Betts, ACM TOPC 2016). Each has a bug that some orders show; all
/// threads are started before any is waited for. What they share is static, as it is global there.
/// </summary>
public static class SctBench
{
    private static readonly object Gate = new();
    private static readonly object Other = new();
    private static int balance = 1;
    private static bool deposited;
    private static bool withdrawn;
    private static int data;
    private static int data1;
    private static int data2;
    private static int a;
    private static int b;
    private static int top;
    private static bool flag;
    private static int x1 = 1;
    private static int x2 = 2;
    private static int x3 = 1;
    private static int turns;
    private static int pending = 1;
    private static bool stopping;
    private static bool idle;
    private static bool stopped;

    [Program("CS/account")]
    public static void Account()
    {
        const int Deposit = 2, Withdrawal = 4;
        Threads(
            () =>
            {
                lock (Gate)
                {
                    if (deposited && withdrawn)
                        Expect(1 - Deposit - Withdrawal, balance);
                }
            },
            () =>
            {
                lock (Gate)
                {
                    balance += Deposit;
                    deposited = true;
                }
            },
            () =>
            {
                lock (Gate)
                {
                    balance -= Withdrawal;
                    withdrawn = true;
                }
            });
    }

    [Program("CS/lazy01")]
    public static void Lazy01()
    {
        Threads(() => Add(1), () => Add(2), () =>
        {
            lock (Gate)
                Expect(data < 3);
        });

        static void Add(int amount)
        {
            lock (Gate)
                data += amount;
        }
    }

    [Program("CS/deadlock01")]
    public static void Deadlock01()
    {
        Threads(
            () =>
            {
                lock (Gate)
                    lock (Other)
                        data++;
            },
            () =>
            {
                lock (Other)
                    lock (Gate)
                        data--;
            });
    }

    [Program("CS/twostage")]
    public static void TwoStage() => TwoStage(1, 1);

    [Program("CS/twostage_20")]
    public static void TwoStage20() => TwoStage(10, 10);

    [Program("CS/twostage_100")]
    public static void TwoStage100() => TwoStage(99, 1);

    [Program("CS/reorder_3")]
    public static void Reorder3() => Reorder(2, 1);

    [Program("CS/reorder_4")]
    public static void Reorder4() => Reorder(3, 1);

    [Program("CS/reorder_5")]
    public static void Reorder5() => Reorder(4, 1);

    [Program("CS/reorder_10")]
    public static void Reorder10() => Reorder(9, 1);

    [Program("CS/reorder_20")]
    public static void Reorder20() => Reorder(10, 10);

    [Program("CS/reorder_100")]
    public static void Reorder100() => Reorder(99, 1);

    [Program("CS/stack")]
    public static void Stack()
    {
        const int Size = 10;
        Threads(
            () =>
            {
                for (var i = 0; i < Size; i++)
                {
                    lock (Gate)
                    {
                        top++;
                        flag = true;
                    }
                }
            },
            () =>
            {
                for (var i = 0; i < Size; i++)
                {
                    lock (Gate)
                    {
                        if (flag)
                        {
                            Expect(top > 0, "underflow");
                            top--;
                        }
                    }
                }
            });
    }

    [Program("CS/token_ring")]
    public static void TokenRing()
    {
        Threads(
            () => Atomically(() => x1 = (x3 + 1) % 4),
            () => Atomically(() => x2 = x1),
            () => Atomically(() => x3 = x2),
            () =>
            {
                lock (Gate)
                {
                    if (turns == 3)
                        Expect(x1 == x2 && x2 == x3);
                }
            });

        static void Atomically(Action turn)
        {
            lock (Gate)
            {
                turn();
                turns++;
            }
        }
    }

    [Program("CS/wronglock")]
    public static void WrongLock() => WrongLock(7);

    [Program("CS/wronglock_3")]
    public static void WrongLock3() => WrongLock(3);

    [Program("CS/bluetooth_driver")]
    public static void BluetoothDriver()
    {
        Threads(
            () =>
            {
                stopping = true;
                Decrement();
                if (idle)
                    stopped = true;
            },
            () =>
            {
                if (!stopping)
                {
                    Interlocked.Increment(ref pending);
                    Expect(!stopped);
                }

                Decrement();
            });

        static void Decrement()
        {
            if (Interlocked.Decrement(ref pending) == 0)
                idle = true;
        }
    }

    [Program("CB/stringbuffer-jdk1.4")]
    public static void StringBuffer()
    {
        var shared = new SharedBuffer(3);
        Threads(
            () =>
            {
                shared.Erase(3);
                shared.Append(3);
            },
            () => new SharedBuffer(0).Append(shared));
    }

    [Program("Chess/WorkStealQueue")]
    public static void WorkStealQueue()
    {
        const int Items = 4, Attempts = 2;
        var queue = new WorkStealQueue(2);
        var done = new int[Items];
        var thief = new Thread(() =>
        {
            for (var i = 0; i < Attempts; i++)
            {
                if (queue.Steal() is { } stolen)
                    done[stolen]++;
            }
        });
        thief.Start();
        for (var i = 0; i < Items; i += 2)
        {
            queue.Push(i);
            queue.Push(i + 1);
            if (queue.Pop() is { } popped)
                done[popped]++;
        }

        for (var i = 0; i < Items; i += 2)
        {
            if (queue.Pop() is { } popped)
                done[popped]++;
        }

        thief.Join();
        foreach (var times in done)
            Expect(1, times);
    }

    private static void TwoStage(int writers, int readers)
    {
        Threads([.. Enumerable.Repeat(Write, writers), .. Enumerable.Repeat(Read, readers)]);

        static void Write()
        {
            lock (Gate)
                data1 = 1;
            lock (Other)
                data2 = data1 + 1;
        }

        static void Read()
        {
            int seen1, seen2;
            lock (Gate)
            {
                if (data1 == 0)
                    return;
                seen1 = data1;
            }

            lock (Other)
                seen2 = data2;
            Expect(seen1 + 1, seen2);
        }
    }

    private static void Reorder(int setters, int checkers)
    {
        Threads([.. Enumerable.Repeat(Set, setters), .. Enumerable.Repeat(Check, checkers)]);

        static void Set()
        {
            a = 1;
            b = -1;
        }

        static void Check() => Expect((a == 0 && b == 0) || (a == 1 && b == -1));
    }

    private static void WrongLock(int others)
    {
        Threads([Reader, .. Enumerable.Repeat(Writer, others)]);

        static void Reader()
        {
            lock (Gate)
            {
                var seen = data;
                data++;
                Expect(seen + 1, data);
            }
        }

        static void Writer()
        {
            lock (Other)
                data++;
        }
    }
}
