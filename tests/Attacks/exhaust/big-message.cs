// Throws a message of megabytes.
// expected: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: box: frames are capped
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException(new string('x', 40 << 20));
    }
}
