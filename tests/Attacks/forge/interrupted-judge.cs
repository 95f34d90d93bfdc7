// Leaves a thread behind that interrupts the thread of the judge, again and again.
// expected: WrongAnswer|Crash|Livelock|Deadlock|TimeLimit|PolicyViolation
// without policy: WrongAnswer|Crash|Livelock|Deadlock|TimeLimit
// layer: engine: a thread is an operation; judge: whose fault a broken judge is
internal static class Attack
{
    public static void Run()
    {
        var judge = System.Threading.Thread.CurrentThread;
        new System.Threading.Thread(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                judge.Interrupt();
                System.Threading.Thread.Yield();
            }
        }).Start();
    }
}
