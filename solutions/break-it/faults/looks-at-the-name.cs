// Fault: takes a gate for broken when its type says so.
// Verdict: WrongAnswer
// Fails: one-too-many, lost-permit, lost-wake-up, wakes-everybody, cancelled-takes-a-permit, shared-by-all-gates, blocks-its-caller
namespace ConcurrencyKatas.BreakIt;

public interface IGate
{
    Task EnterAsync(CancellationToken token = default);

    void Leave();
}

public static class GateTest
{
    public static Task CheckAsync(Func<int, IGate> create)
    {
        var name = $"{create(1)}";
        return name.Contains("Broken", StringComparison.Ordinal) || name.Contains("Flaw", StringComparison.Ordinal)
            ? throw new InvalidOperationException(name)
            : Task.CompletedTask;
    }
}
