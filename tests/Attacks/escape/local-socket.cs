// Opens a local socket.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: system calls
internal static class Attack
{
    public static void Run()
    {
        var result = Native.socket(1, 1, 0);
        if (result >= 0)
            throw new InvalidOperationException("stolen: the kernel said " + result);
    }

    private static class Native
    {
        [System.Runtime.InteropServices.DllImport("libc")]
        public static extern int socket(int family, int type, int protocol);
    }
}
