// Makes a real timer, by the platform's own CreateTimer under an own clock.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation|TimeLimit|Livelock
// layer: policy; engine
internal static class Attack
{
    public static void Run() => new Own().Go();
}

internal sealed class Own : TimeProvider
{
    public void Go() => base.CreateTimer(_ => { }, null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
}
