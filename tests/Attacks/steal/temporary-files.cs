// Lists the temporary files of the machine.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + string.Join(",", System.IO.Directory.GetFileSystemEntries("/tmp")));
    }
}
