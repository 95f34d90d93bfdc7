// Breaks whoever asks it where it comes from: the engine looks from outside and asks nothing.
// expected: WrongAnswer
// without policy: WrongAnswer
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
