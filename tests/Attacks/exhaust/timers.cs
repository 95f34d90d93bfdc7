// Lets a timer fire for ever.
// expected: Livelock|TimeLimit|MemoryLimit
// without policy: Livelock|TimeLimit|MemoryLimit
// layer: explorer: operations are counted
internal static class Attack
{
    public static void Run()
    {
        var timer = new Timer(_ => { }, null, 0, 1);
        new SemaphoreSlim(0).Wait();
        timer.Dispose();
    }
}
