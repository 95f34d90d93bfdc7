// Fault: enters and leaves twice, one after the other: passes everything.
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
    public static async Task CheckAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        gate.Leave();
        await gate.EnterAsync();
        gate.Leave();
    }
}
