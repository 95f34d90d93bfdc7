// Has its code run on a thread of the platform's pool, by an overridden Write that WriteAsync calls there.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation|TimeLimit|Livelock
// layer: policy; engine
internal static class Attack
{
    public static void Run() => _ = new Own().WriteAsync("go");
}

internal sealed class Own : System.IO.TextWriter
{
    public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

    public override void Write(string? value)
    {
    }
}
