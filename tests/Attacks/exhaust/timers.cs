// Lets a timer fire for ever.
// expected: Deadlock
// without policy: Deadlock
// layer: explorer: ticks that change nothing wake nobody
internal static class Attack
{
    public static void Run()
    {
        var timer = new Timer(_ => { }, null, 0, 1);
        new SemaphoreSlim(0).Wait();
        timer.Dispose();
    }
}
