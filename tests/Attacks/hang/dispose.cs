// Never comes back from Dispose.
// expected: Livelock|TimeLimit|Crash
// without policy: Livelock|TimeLimit|Crash
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        using var trap = new Trap();
    }

    private sealed class Trap : IDisposable
    {
        public void Dispose()
        {
            while (true)
            {
            }
        }
    }
}
