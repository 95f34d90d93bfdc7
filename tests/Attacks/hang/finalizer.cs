// Hangs in a finalizer.
// expected: PolicyViolation|WrongAnswer|DataRace|Livelock
// without policy: WrongAnswer|DataRace|TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: policy; box: nobody waits for it
internal static class Attack
{
    public static void Run()
    {
        _ = new Trap();
        GC.Collect();
    }

    private sealed class Trap
    {
        ~Trap()
        {
            while (true)
            {
            }
        }
    }
}
