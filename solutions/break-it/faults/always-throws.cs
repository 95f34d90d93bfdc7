// Fault: fails for every gate.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.BreakIt;

public interface IGate
{
    Task EnterAsync(CancellationToken token = default);

    void Leave();
}

public static class GateTest
{
    public static Task CheckAsync(Func<int, IGate> create) => throw new InvalidOperationException($"{create(1)} is broken");
}
