// Waits for itself.
// expected: Deadlock
// without policy: Deadlock|WrongAnswer|TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: explorer
internal static class Attack
{
    public static void Run()
    {
        var gate = new SemaphoreSlim(0);
        gate.Wait();
    }
}
