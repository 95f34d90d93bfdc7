// Never comes out of an exception filter.
// expected: Livelock|TimeLimit|Crash
// without policy: Livelock|TimeLimit|Crash
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch when (Spin())
        {
        }
    }

    private static bool Spin()
    {
        while (true)
        {
        }
    }
}
