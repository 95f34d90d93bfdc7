// Reads the variables of its parent.
// expected: PolicyViolation
// without policy: Crash|WrongAnswer|TimeLimit|MemoryLimit|JudgeError
// layer: policy; box: Landlock or namespaces
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + System.IO.File.ReadAllText($"/proc/{1}/environ"));
    }
}
