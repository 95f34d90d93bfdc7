// Breaks whoever reads the message of its exception.
// expected: Crash|WrongAnswer
// without policy: Crash|WrongAnswer
// layer: judge: whose fault an ending is
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override string Message => throw new Hostile();
    }
}
