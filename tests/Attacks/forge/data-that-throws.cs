// Breaks whoever reads what its exception carries.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// layer: judge: whose fault an ending is
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override System.Collections.IDictionary Data => throw new Hostile();
    }
}
