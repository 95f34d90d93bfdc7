// Fault: never ends, whatever the gate.
// Verdict: Deadlock
// Fails: *
namespace ConcurrencyKatas.BreakIt;

public interface IGate
{
    Task EnterAsync(CancellationToken token = default);

    void Leave();
}

public static class GateTest
{
    public static async Task CheckAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        await gate.EnterAsync();
    }
}
