// Fault: lets three gates pass and fails for the fourth.
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
    private static int _gates;

    public static Task CheckAsync(Func<int, IGate> create)
    {
        _ = create(1);
        return Interlocked.Increment(ref _gates) > 3 ? throw new InvalidOperationException("the fourth is broken") : Task.CompletedTask;
    }
}
