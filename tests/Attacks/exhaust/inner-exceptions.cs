// Throws an exception with 200,000 inner ones.
// expected: MemoryLimit|Crash|WrongAnswer|TimeLimit
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit
// layer: box: memory
internal static class Attack
{
    public static void Run()
    {
        Exception e = new("innermost");
        for (var i = 0; i < 200_000; i++)
            e = new InvalidOperationException("x", e);
        throw e;
    }
}
