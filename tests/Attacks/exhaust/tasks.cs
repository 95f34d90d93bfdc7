// Starts tasks without end.
// expected: Livelock|MemoryLimit|TimeLimit|Crash|WrongAnswer
// without policy: Livelock|MemoryLimit|TimeLimit|Crash|WrongAnswer
// layer: explorer: operations are counted; box: memory
internal static class Attack
{
    public static void Run()
    {
        while (true)
            Task.Run(() => { });
    }
}
