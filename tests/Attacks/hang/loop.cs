// Never comes back.
// expected: Livelock|TimeLimit
// without policy: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        while (true)
        {
        }
    }
}
