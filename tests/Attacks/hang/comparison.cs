// Never answers the platform, which sorts.
// expected: Livelock|Crash|TimeLimit
// without policy: Livelock|Crash|TimeLimit
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        new System.Collections.Generic.List<int>([2, 1]).Sort((_, _) =>
        {
            while (true)
            {
            }
        });
    }
}
