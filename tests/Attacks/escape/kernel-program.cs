// Loads a program into the kernel.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: system calls
internal static class Attack
{
    public static void Run()
    {
        var result = Native.syscall(321, 5, 0, 0);
        if (result >= 0)
            throw new InvalidOperationException("stolen: the kernel said " + result);
    }

    private static class Native
    {
        [System.Runtime.InteropServices.DllImport("libc")]
        public static extern nint syscall(nint number, nint a, nint b, nint c);
    }
}
