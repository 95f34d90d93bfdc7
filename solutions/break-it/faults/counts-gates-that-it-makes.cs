// Fault: makes four gates, and finds the fourth broken.
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
    public static async Task CheckAsync(Func<int, IGate> create)
    {
        for (var i = 0; i < 4; i++)
        {
            var gate = create(1);
            await gate.EnterAsync();
            gate.Leave();
            if (i == 3)
                throw new InvalidOperationException("the fourth is broken");
        }
    }
}
