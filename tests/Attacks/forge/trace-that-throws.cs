// Breaks whoever reads where its exception comes from.
// expected: Crash
// without policy: Crash
// layer: judge: whose fault an ending is
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override string? StackTrace => throw new Hostile();
    }
}
