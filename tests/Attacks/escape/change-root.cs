// Changes its root.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: system calls
internal static class Attack
{
    public static void Run()
    {
        var result = Native.chroot("/proc");
        if (result >= 0)
            throw new InvalidOperationException("stolen: the kernel said " + result);
    }

    private static class Native
    {
        [System.Runtime.InteropServices.DllImport("libc")]
        public static extern int chroot(string path);
    }
}
