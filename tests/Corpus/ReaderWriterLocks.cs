namespace Corpus;

/// <summary>ReaderWriterLockSlim.</summary>
public static class ReaderWriterLocks
{
    private static readonly ReaderWriterLockSlim Gate = new();
    private static int total;

    [Correct]
    public static void Written_under_the_write_lock()
    {
        Threads(Write, Write, () =>
        {
            Gate.EnterReadLock();
            Expect(total is 0 or 1 or 2);
            Gate.ExitReadLock();
        });
        Expect(2, total);

        static void Write()
        {
            Gate.EnterWriteLock();
            total++;
            Gate.ExitWriteLock();
        }
    }

    [Broken(FailureKind.DataRace)]
    public static void Written_under_the_read_lock()
    {
        Threads(Write, Write);

        static void Write()
        {
            Gate.EnterReadLock();
            total++;
            Gate.ExitReadLock();
        }
    }

    [Correct]
    public static void Upgraded()
    {
        Threads(Fill, Fill);
        Expect(1, total);

        static void Fill()
        {
            Gate.EnterUpgradeableReadLock();
            if (total == 0)
            {
                Gate.EnterWriteLock();
                total++;
                Gate.ExitWriteLock();
            }

            Gate.ExitUpgradeableReadLock();
        }
    }

    [Broken(FailureKind.Assertion)]
    public static void Given_back_between_reading_and_writing()
    {
        Threads(Fill, Fill);
        Expect(1, total);

        static void Fill()
        {
            Gate.EnterReadLock();
            var empty = total == 0;
            Gate.ExitReadLock();
            if (!empty)
                return;
            Gate.EnterWriteLock();
            total++;
            Gate.ExitWriteLock();
        }
    }

    [Correct]
    public static void Looked_at_again_after_the_gap()
    {
        Threads(Fill, Fill);
        Expect(1, total);

        static void Fill()
        {
            Gate.EnterReadLock();
            var empty = total == 0;
            Gate.ExitReadLock();
            if (!empty)
                return;
            Gate.EnterWriteLock();
            if (total == 0)
                total++;
            Gate.ExitWriteLock();
        }
    }

    [Broken(FailureKind.UnhandledException)]
    public static void Given_back_though_not_taken()
    {
        Threads(Write, Write);

        static void Write()
        {
            Gate.TryEnterWriteLock(0);
            Thread.Yield();
            Gate.ExitWriteLock();
        }
    }
}
