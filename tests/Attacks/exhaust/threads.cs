// Starts threads that never end.
// expected: Crash
// without policy: Crash
// layer: box: threads are counted
internal static class Attack
{
    public static void Run()
    {
        for (var i = 0; i < 2000; i++)
            new Thread(() => new SemaphoreSlim(0).Wait()).Start();
        new SemaphoreSlim(0).Wait();
    }
}
