// Says that a frame of two gigabytes comes.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: sizes
internal static class Attack
{
    public static void Run()
    {
        using var pipe = new System.IO.FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(4, false), System.IO.FileAccess.Write, 0);
        pipe.Write([255, 255, 255, 127]);
    }
}
