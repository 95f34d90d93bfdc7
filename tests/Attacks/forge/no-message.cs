// Has no message at all.
// expected: WrongAnswer
// without policy: WrongAnswer
// layer: engine: a failure without words is one
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override string Message => null!;
    }
}
