// Has so many steps that the budget of schedules would take hours.
// expected: TimeLimit|WrongAnswer|DataRace|Livelock|Crash|MemoryLimit
// without policy: TimeLimit|WrongAnswer|DataRace|Livelock|Crash|MemoryLimit
// layer: box: processor time
internal static class Attack
{
    public static void Run()
    {
        Task.WaitAll(System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(System.Linq.Enumerable.Range(0, 50), _ => Task.Run(Step))));
    }

    private static void Step()
    {
        for (var i = 0; i < 200; i++)
        {
            steps++;
            Thread.Yield();
        }
    }

    private static int steps;
}
