// Throws an exception whose message never ends.
// expected: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer|PolicyViolation
// without policy: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        throw new Endless();
    }

    private sealed class Endless : Exception
    {
        public override string Message
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
