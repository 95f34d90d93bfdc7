// Fills the memory outside of the heap.
// expected: PolicyViolation
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: policy; box: address space
internal static class Attack
{
    public static void Run()
    {
        while (true)
        {
            var block = System.Runtime.InteropServices.Marshal.AllocHGlobal(16 << 20);
            for (var i = 0; i < 16 << 20; i += 4096)
                System.Runtime.InteropServices.Marshal.WriteByte(block, i, 1);
        }
    }
}
