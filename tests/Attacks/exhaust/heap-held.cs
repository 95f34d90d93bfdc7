// Leaves the judge not a byte to report its failure with.
// expected: MemoryLimit|Crash|TimeLimit
// without policy: MemoryLimit|Crash|TimeLimit
// layer: judge: whose fault an ending is
internal static class Attack
{
    public static void Run()
    {
        for (var size = 1 << 20; size > 16;)
        {
            try
            {
                All.Add(new byte[size]);
            }
            catch (OutOfMemoryException)
            {
                size /= 2;
            }
        }

        throw new InvalidOperationException("full");
    }

    private static readonly System.Collections.Generic.List<byte[]> All = [];
}
