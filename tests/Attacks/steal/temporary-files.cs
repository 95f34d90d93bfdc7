// Lists the temporary files of the machine: more than the folders that lead to the grader itself, should it lie among them.
// expected: PolicyViolation
// without policy: WrongAnswer
// layer: policy; box: files
internal static class Attack
{
    public static void Run()
    {
        var others = System.IO.Directory.GetFileSystemEntries("/tmp").Where(entry => !AppContext.BaseDirectory.StartsWith(entry + "/", StringComparison.Ordinal));
        throw new InvalidOperationException(others.Any() ? "stolen: " + string.Join(",", others) : "nothing is there");
    }
}
