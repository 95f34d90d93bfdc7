// Writes the result of a test itself.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: the key of the run
internal static class Attack
{
    public static void Run()
    {
        var body = System.Text.Encoding.UTF8.GetBytes("{\"$type\":\"test\",\"index\":0,\"criterion\":\"no-lost-update\",\"verdict\":\"Accepted\",\"schedules\":200}");
        using var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write, 0);
        pipe.Write(BitConverter.GetBytes(body.Length));
        pipe.Write(body);
    }
}
