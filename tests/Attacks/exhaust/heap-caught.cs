// Fills the heap, and catches what the runtime says to it.
// expected: MemoryLimit|TimeLimit|Crash|Livelock
// without policy: MemoryLimit|TimeLimit|Crash|Livelock
// layer: box: heap, processor time
internal static class Attack
{
    public static void Run()
    {
        while (true)
        {
            try
            {
                All.Add(new byte[1 << 16]);
            }
            catch (OutOfMemoryException)
            {
            }
        }
    }

    private static readonly System.Collections.Generic.List<byte[]> All = [];
}
