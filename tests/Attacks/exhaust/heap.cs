// Fills the heap.
// expected: MemoryLimit|Crash|WrongAnswer|Livelock
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: box: hard limit of the heap
internal static class Attack
{
    public static void Run()
    {
        var all = new System.Collections.Generic.List<byte[]>();
        while (true)
            all.Add(new byte[16 << 20]);
    }
}
