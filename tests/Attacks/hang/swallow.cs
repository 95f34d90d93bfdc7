// Catches whatever would end it, again and again.
// expected: Deadlock|Crash
// without policy: Deadlock|Crash
// layer: explorer: a thread that does not unwind is given up
internal static class Attack
{
    public static void Run()
    {
        var gate = new SemaphoreSlim(0);
        while (true)
        {
            try
            {
                gate.Wait();
            }
            catch
            {
            }
        }
    }
}
