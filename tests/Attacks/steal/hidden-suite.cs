// Reads a hidden suite into its message.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + Convert.ToHexString(System.IO.File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "suites", "LostUpdate.Suite.dll"))));
    }
}
