// Writes the last frame itself, by the number of the pipe.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: the key of the run
internal static class Attack
{
    public static void Run()
    {
        var body = System.Text.Encoding.UTF8.GetBytes("{\"$type\":\"finished\",\"verdict\":\"Accepted\",\"message\":\"\"}");
        using var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write, 0);
        pipe.Write(BitConverter.GetBytes(body.Length));
        pipe.Write(body);
    }
}
