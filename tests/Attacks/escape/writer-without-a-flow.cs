// The same by a writer, with no flow of execution that could say whose the thread is.
// expected: PolicyViolation
// without policy: WrongAnswer|Crash|PolicyViolation|TimeLimit|Livelock
// layer: policy; engine: who has no operation is not under control, whatever flows to him
internal static class Attack
{
    public static void Run()
    {
        using (System.Threading.ExecutionContext.SuppressFlow())
            _ = new Own().WriteAsync("go");
    }
}

internal sealed class Own : System.IO.TextWriter
{
    public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

    public override void Write(string? value)
    {
    }
}
