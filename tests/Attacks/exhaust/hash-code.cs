// Overflows the stack inside of the platform, in GetHashCode.
// expected: Crash
// without policy: Crash
// layer: box: a process of its own
internal static class Attack
{
    public static void Run()
    {
        _ = new System.Collections.Generic.HashSet<Deep> { new() };
    }

    private sealed class Deep
    {
        public override int GetHashCode() => GetHashCode() + 1;
    }
}
