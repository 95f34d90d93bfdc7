// Says that memory ran out, whenever its message is read.
// expected: Crash|MemoryLimit
// without policy: Crash|MemoryLimit
// layer: judge: whose fault an ending is
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override string Message => throw new OutOfMemoryException();
    }
}
