// Has a stack trace that never ends.
// expected: WrongAnswer|TimeLimit|Livelock|Crash
// without policy: WrongAnswer|TimeLimit|Livelock|Crash
// layer: box: processor time
internal static class Attack
{
    public static void Run()
    {
        throw new Hostile();
    }

    private sealed class Hostile : Exception
    {
        public override string? StackTrace
        {
            get
            {
                while (true)
                {
                }
            }
        }
    }
}
