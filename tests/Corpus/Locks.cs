namespace Corpus;

/// <summary>lock, Monitor.Enter and System.Threading.Lock.</summary>
public static class Locks
{
    private static readonly Lock Gate = new();
    private static readonly Lock Other = new();
    private static readonly object Key = new();
    private static int total;

    [Correct]
    public static void One_lock_for_both()
    {
        Twice(() =>
        {
            lock (Gate)
                total++;
        });
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void A_lock_for_each()
    {
        Together(
            () =>
            {
                lock (Gate)
                    total++;
            },
            () =>
            {
                lock (Other)
                    total++;
            });
        Expect(2, total);
    }

    [Correct]
    public static void Monitor_of_one_object()
    {
        Twice(() =>
        {
            lock (Key)
                total++;
        });
        Expect(2, total);
    }

    [Broken(FailureKind.DataRace)]
    public static void Monitor_of_a_new_box_each_time()
    {
        const int Id = 7;
        Twice(() =>
        {
            lock ((object)Id)
                total++;
        });
        Expect(2, total);
    }

    [Correct]
    public static void A_lock_and_its_interlocked_count()
    {
        var entered = 0;
        Twice(() =>
        {
            lock (Gate)
            {
                Interlocked.Increment(ref entered);
                total++;
            }
        });
        Expect(4, entered + total);
    }

    [Broken(FailureKind.DataRace)]
    public static void The_monitor_of_a_lock_is_another_lock()
    {
        Together(
            () =>
            {
                lock (Gate)
                    total++;
            },
            () =>
            {
                lock ((object)Gate)
                    total++;
            });
        Expect(2, total);
    }

    [Correct]
    public static void Read_under_the_lock_as_well()
    {
        Together(Deposit, () =>
        {
            lock (Gate)
                Expect(total is 0 or 100);
        });

        static void Deposit()
        {
            lock (Gate)
                total += 100;
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Read_without_the_lock()
    {
        Together(Deposit, () => Expect(total is 0 or 100));

        static void Deposit()
        {
            lock (Gate)
                total += 100;
        }
    }

    [Correct]
    public static void Check_and_act_under_one_lock()
    {
        var balance = 100;
        Twice(() =>
        {
            lock (Gate)
            {
                if (balance >= 100)
                    balance -= 100;
            }
        });
        Expect(0, balance);
    }

    [Broken(FailureKind.Assertion)]
    public static void Check_and_act_under_two()
    {
        var balance = 100;
        Twice(() =>
        {
            bool enough;
            lock (Gate)
                enough = balance >= 100;
            if (!enough)
                return;
            lock (Gate)
                balance -= 100;
        });
        Expect(0, balance);
    }

    [Correct]
    public static void Two_locks_in_one_order()
    {
        Twice(() =>
        {
            lock (Gate)
                lock (Other)
                    total++;
        });
        Expect(2, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Two_locks_in_two_orders() => Together(
        () =>
        {
            lock (Gate)
                lock (Other)
                    total++;
        },
        () =>
        {
            lock (Other)
                lock (Gate)
                    total++;
        });

    [Correct]
    public static void Philosophers_of_whom_one_is_left_handed() => Dine(leftHanded: true);

    [Broken(FailureKind.Deadlock)]
    public static void Philosophers_all_right_handed() => Dine(leftHanded: false);

    [Correct]
    public static void Taken_again_by_its_owner()
    {
        Twice(() =>
        {
            lock (Key)
                lock (Key)
                    total++;
        });
        Expect(2, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Held_while_waiting_for_one_who_needs_it()
    {
        lock (Key)
            Task.Run(Deposit).Wait();

        static void Deposit()
        {
            lock (Key)
                total++;
        }
    }

    [Correct]
    public static void Given_back_when_the_work_throws()
    {
        Twice(() =>
        {
            try
            {
                using (Gate.EnterScope())
                    throw new FormatException();
            }
            catch (FormatException)
            {
                Interlocked.Increment(ref total);
            }
        });
        Expect(2, total);
    }

    [Broken(FailureKind.Deadlock)]
    public static void Kept_when_the_work_throws() => Twice(() =>
    {
        try
        {
            Gate.Enter();
            throw new FormatException();
        }
        catch (FormatException)
        {
            Interlocked.Increment(ref total);
        }
    });

    [Correct]
    public static void Tried_and_left_alone()
    {
        Twice(() =>
        {
            if (!Monitor.TryEnter(Key))
                return;
            total++;
            Monitor.Exit(Key);
        });
        Expect(total is 1 or 2);
    }

    [Broken(FailureKind.DataRace)]
    public static void Tried_and_gone_ahead_anyway() => Twice(() =>
    {
        var taken = Gate.TryEnter();
        total++;
        if (taken)
            Gate.Exit();
    });

    private static void Dine(bool leftHanded)
    {
        object[] forks = [new(), new(), new()];
        Together(() => Eat(forks[0], forks[1]), () => Eat(forks[1], forks[2]), () =>
        {
            if (leftHanded)
                Eat(forks[0], forks[2]);
            else
                Eat(forks[2], forks[0]);
        });

        static void Eat(object first, object second)
        {
            lock (first)
                lock (second)
                    Interlocked.Increment(ref total);
        }
    }
}
