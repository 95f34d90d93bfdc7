// The same by a reader: ReadLineAsync of the base runs ReadLine on the pool.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation|TimeLimit|Livelock
// layer: policy; engine
internal static class Attack
{
    public static void Run() => _ = new Own().ReadLineAsync();
}

internal sealed class Own : System.IO.TextReader
{
    public override string? ReadLine() => null;
}
