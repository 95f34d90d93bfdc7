using System.Collections.Concurrent;

namespace Interleaving.Scheduling;

/// <summary>What others call back into one execution, by numbers that lead nowhere without this table.</summary>
/// <param name="execution">Which one.</param>
internal sealed class KeptCalls(Execution execution)
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
            Known[number = Interlocked.Increment(ref made)] = execution;
        calls.Add(call);
        return (number, calls.Count - 1);
    }

    public Delegate Get(int kept) => calls[kept] ?? throw new InvalidOperationException("A task was completed twice.");

    public void Forget(int kept) => calls[kept] = null;

    /// <summary>The execution is over: nobody finds it any more.</summary>
    public void End() => Known.TryRemove(number, out _);
}
