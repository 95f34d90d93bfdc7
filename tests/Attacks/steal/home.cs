// Lists the home of whoever grades.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        throw new InvalidOperationException("stolen: " + string.Join(",", System.IO.Directory.GetFileSystemEntries("/root")));
    }
}
