// Burns nearly all of its processor time, and then overflows the stack: again under each criterion.
// expected: Crash|TimeLimit
// without policy: Crash|TimeLimit
// layer: grader: one budget for all starts
internal static class Attack
{
    public static void Run()
    {
        for (var i = 0; i < 2; i++)
            System.Text.RegularExpressions.Regex.IsMatch(new string('a', 24) + "b", "^(a+)+$");
        Deep(0);
    }

    private static int Deep(int n) => Deep(n + 1) + 1;
}
