// Makes types for ever while it runs.
// expected: WrongAnswer|Crash|MemoryLimit|TimeLimit|Livelock
// without policy: WrongAnswer|Crash|MemoryLimit|TimeLimit|Livelock
// layer: box: memory, processor time
internal static class Attack
{
    public static void Run()
    {
        _ = Deeper<int, int>(40);
    }

    private static int Deeper<A, B>(int n) => n == 0 ? 0 : Deeper<(A, B), (B, A)>(n - 1) + Deeper<(B, A), (A, A)>(n - 1);
}
