// Fills the shared memory.
// expected: PolicyViolation
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: policy; box: no file is written
internal static class Attack
{
    public static void Run()
    {
        using var file = System.IO.File.Create("/dev/shm/concurrency-katas-attack");
        file.Write(new byte[1 << 20]);
        throw new InvalidOperationException("stolen: wrote a file");
    }
}
