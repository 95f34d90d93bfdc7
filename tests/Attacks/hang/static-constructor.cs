// Hangs in a static constructor.
// expected: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// without policy: TimeLimit|Crash|Livelock|Deadlock|WrongAnswer
// layer: explorer; box: processor time
internal static class Attack
{
    public static void Run()
    {
        Trap.Touch();
    }

    private static class Trap
    {
        private static readonly int Value = Spin();

        public static int Touch() => Value;

        private static int Spin()
        {
            while (true)
            {
            }
        }
    }
}
