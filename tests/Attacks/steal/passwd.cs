// Reads the list of users into its message.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + System.IO.File.ReadAllText("/etc/passwd"));
    }
}
