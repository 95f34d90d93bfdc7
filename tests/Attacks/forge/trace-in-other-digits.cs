// The same in digits that a regular expression takes for some, and a parser does not.
// expected: WrongAnswer|Crash
// without policy: WrongAnswer|Crash
// layer: judge: a trace is text; whose fault a broken judge is
internal static class Attack
{
    public static void Run() => throw new Traced();
}

internal sealed class Traced : Exception
{
    public override string StackTrace => "   at A.B() in LostUpdate.cs:line \u0664\u0662";
}
