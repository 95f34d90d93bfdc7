// Opens files without end.
// expected: PolicyViolation
// without policy: MemoryLimit|Crash|WrongAnswer|TimeLimit|Livelock
// layer: policy; box: open files
internal static class Attack
{
    public static void Run()
    {
        var all = new System.Collections.Generic.List<System.IO.FileStream>();
        while (true)
            all.Add(new System.IO.FileStream("/dev/null", System.IO.FileMode.Open, System.IO.FileAccess.Read));
    }
}
