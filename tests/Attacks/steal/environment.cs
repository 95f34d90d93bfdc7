// Reads the variables of the grader.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit|JudgeError
// layer: policy; box: empty environment
internal static class Attack
{
    public static void Run()
    {
        if (Environment.GetEnvironmentVariable("HOME") is { } home || Environment.GetEnvironmentVariable("PATH") is not null)
            throw new InvalidOperationException("stolen: variables");
    }
}
