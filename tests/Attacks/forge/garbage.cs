// Writes what is no frame.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: framing
internal static class Attack
{
    public static void Run()
    {
        var body = System.Text.Encoding.UTF8.GetBytes("garbage");
        using var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write, 0);
        pipe.Write(BitConverter.GetBytes(body.Length));
        pipe.Write(body);
    }
}
