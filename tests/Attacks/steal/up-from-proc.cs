// Goes through its own root in /proc.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + System.IO.File.ReadAllText("/proc/self/root/etc/passwd"));
    }
}
