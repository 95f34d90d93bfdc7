// Ends the process as if all had gone well.
// expected: PolicyViolation
// without policy: Crash
// layer: policy; box: exit codes mean nothing
internal static class Attack
{
    public static void Run()
    {
        Environment.Exit(0);
    }
}
