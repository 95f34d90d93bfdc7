// Lets a regular expression of the platform try all ways to match.
// expected: TimeLimit|Crash
// without policy: TimeLimit|Crash
// layer: box: processor time
internal static class Attack
{
    public static void Run()
    {
        System.Text.RegularExpressions.Regex.IsMatch(new string('a', 60) + "!", "^(a+)+$");
    }
}
