// Waits on its way out, after the explorer has ended the execution.
// expected: Deadlock
// without policy: Deadlock
// layer: explorer
internal static class Attack
{
    public static void Run()
    {
        try
        {
            new SemaphoreSlim(0).Wait();
        }
        finally
        {
            new SemaphoreSlim(0).Wait();
        }
    }
}
