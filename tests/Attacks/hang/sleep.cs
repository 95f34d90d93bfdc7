// Sleeps for ever, outside of the explorer's clock.
// expected: PolicyViolation
// without policy: TimeLimit|PolicyViolation|Crash|Livelock|Deadlock|WrongAnswer
// layer: policy; box: time by the clock, or the engine, which says that a thread waits where it has no control
internal static class Attack
{
    public static void Run()
    {
        typeof(Thread).GetMethod("Sleep", [typeof(int)])!.Invoke(null, [-1]);
    }
}
