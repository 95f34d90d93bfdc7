// Calls itself until the stack ends.
// expected: Crash|WrongAnswer
// without policy: Crash|WrongAnswer
// layer: box: a process of its own
internal static class Attack
{
    public static void Run()
    {
        Deep(0);
    }

    private static int Deep(int n) => Deep(n + 1) + 1;
}
