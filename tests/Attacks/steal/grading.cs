// Reads the grading rules.
// expected: PolicyViolation
// without policy: WrongAnswer|TimeLimit
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles("/", "grading.json", new System.IO.EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true }))
            throw new InvalidOperationException("stolen: " + System.IO.File.ReadAllText(file));
    }
}
