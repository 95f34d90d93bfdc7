// An exception whose own trace names a line that is no number the judge can hold.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// layer: judge: a trace is text; whose fault a broken judge is
internal static class Attack
{
    public static void Run() => throw new Traced();
}

internal sealed class Traced : Exception
{
    public override string StackTrace => "   at A.B() in LostUpdate.cs:line 99999999999";
}
