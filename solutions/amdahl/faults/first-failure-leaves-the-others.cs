// Fault: a task for each negative, waited for in order; the first failure is thrown while later ones are still developing.
// Verdict: WrongAnswer
// Fails: serial-stays-serial
namespace ConcurrencyKatas.Amdahl;

public interface IDarkroom
{
    int Unpack();

    string Develop(int negative);

    void Bind(IReadOnlyList<string> prints);
}

public static class Album
{
    public static void Make(IDarkroom darkroom)
    {
        var tasks = new List<Task<string>>();
        var count = darkroom.Unpack();
        for (var i = 0; i < count; i++)
        {
            var negative = i;
            tasks.Add(Task.Run(() => darkroom.Develop(negative)));
        }

        var prints = new List<string>();
        foreach (var task in tasks)
            prints.Add(task.GetAwaiter().GetResult());
        darkroom.Bind(prints);
    }

    public static double Speedup(long serial, long parallel, int cores) =>
        ((double)serial + parallel) / (serial + ((double)parallel / cores));

    public static int CoresFor(long serial, long parallel, int speedup)
    {
        if (speedup == 1)
            return 1;
        var left = serial + parallel - ((Int128)speedup * serial);
        return left <= 0 ? 0 : (int)(((Int128)speedup * parallel + left - 1) / left);
    }
}
