// Throws a tree of exceptions with a million leaves.
// expected: MemoryLimit|Crash|WrongAnswer|TimeLimit
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit
// layer: box: memory
internal static class Attack
{
    public static void Run()
    {
        Exception e = new("leaf");
        for (var i = 0; i < 20; i++)
            e = new AggregateException(e, e);
        throw e;
    }
}
