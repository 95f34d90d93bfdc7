// Sleeps for ever, outside of the explorer's clock.
// expected: PolicyViolation
// without policy: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: policy; box: time by the clock
internal static class Attack
{
    public static void Run()
    {
        typeof(Thread).GetMethod("Sleep", [typeof(int)])!.Invoke(null, [-1]);
    }
}
