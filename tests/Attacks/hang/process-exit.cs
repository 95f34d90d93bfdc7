// Hangs when the process ends.
// expected: PolicyViolation
// without policy: WrongAnswer|DataRace|Crash
// layer: policy; box: nobody waits for it
internal static class Attack
{
    public static void Run()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => typeof(Thread).GetMethod("Sleep", [typeof(int)])!.Invoke(null, [-1]);
    }
}
