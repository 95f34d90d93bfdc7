// Reads the passwords.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + System.IO.File.ReadAllText("/etc/shadow"));
    }
}
