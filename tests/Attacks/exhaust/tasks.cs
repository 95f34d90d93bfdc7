// Starts tasks without end.
// expected: Livelock|MemoryLimit|TimeLimit|Crash
// without policy: Livelock|MemoryLimit|TimeLimit|Crash
// layer: explorer: operations are counted; box: memory
internal static class Attack
{
    public static void Run()
    {
        while (true)
            Task.Run(() => { });
    }
}
