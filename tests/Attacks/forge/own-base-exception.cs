// Is its own base exception, and breaks who asks for its source.
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
        public override Exception GetBaseException() => this;

        public override string? Source { get => throw new Hostile(); set { } }
    }
}
