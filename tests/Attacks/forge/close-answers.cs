// Closes the pipe of the answers, so that no failure is heard.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: silence is a failure
internal static class Attack
{
    public static void Run()
    {
        new Microsoft.Win32.SafeHandles.SafeFileHandle(4, true).Dispose();
    }
}
