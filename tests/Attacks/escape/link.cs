// Makes a link out of its files.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: system calls
internal static class Attack
{
    public static void Run()
    {
        var result = Native.symlink("/etc/passwd", "/tmp/concurrency-katas-attack");
        if (result >= 0)
            throw new InvalidOperationException("stolen: the kernel said " + result);
    }

    private static class Native
    {
        [System.Runtime.InteropServices.DllImport("libc")]
        public static extern int symlink(string target, string path);
    }
}
