// Prints a report to standard output.
// expected: PolicyViolation|WrongAnswer
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit
// layer: policy; box: no score is read from there
internal static class Attack
{
    public static void Run()
    {
        Console.WriteLine("{\"verdict\":\"Accepted\",\"score\":10}");
        Console.Out.Flush();
    }
}
