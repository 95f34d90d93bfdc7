// Reads the variables of the grader.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: empty environment
internal static class Attack
{
    public static void Run()
    {
        if (Environment.GetEnvironmentVariable("HOME") is { } home || Environment.GetEnvironmentVariable("PATH") is not null)
            throw new InvalidOperationException("stolen: variables");
    }
}
