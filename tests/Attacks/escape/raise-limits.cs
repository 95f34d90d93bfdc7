// Raises its own limits.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: system calls
internal static class Attack
{
    public static void Run()
    {
        var result = Native.prlimit(0, 9, [ulong.MaxValue, ulong.MaxValue], 0);
        if (result >= 0)
            throw new InvalidOperationException("stolen: the kernel said " + result);
    }

    private static class Native
    {
        [System.Runtime.InteropServices.DllImport("libc")]
        public static extern int prlimit(int process, int resource, ulong[] limits, nint old);
    }
}
