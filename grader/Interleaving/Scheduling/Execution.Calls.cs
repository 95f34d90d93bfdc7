using System.Collections.Concurrent;

namespace Interleaving.Scheduling;

/// <content>What others call back into the execution, by numbers that lead nowhere without this table.</content>
internal sealed partial class Execution
{
    private static readonly ConcurrentDictionary<int, Execution> Known = new();
    private static int made;

    private readonly List<Delegate?> calls = [];
    private int number;

    /// <summary>The execution with this number; null once it is over.</summary>
    public static Execution? UnderWay(int number) => Known.GetValueOrDefault(number);

    /// <summary>Keeps a call until the end, unless it is forgotten before.</summary>
    public (int Execution, int Call) Keep(Delegate call)
    {
        if (number == 0)
            Known[number = Interlocked.Increment(ref made)] = this;
        calls.Add(call);
        return (number, calls.Count - 1);
    }

    public Delegate Call(int kept) => calls[kept] ?? throw new InvalidOperationException("A task was completed twice.");

    public void Forget(int kept) => calls[kept] = null;
}
