// Fault: demands that who came first enters first, which nobody promised.
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
        await CrowdAsync(create(2));
        await OneLeavesOneEntersAsync(create(1));
        await WhoGivesUpHasNoPermitAsync(create(1));
        await EachGateForItselfAsync(create(1), create(1));
    }

    private static async Task CrowdAsync(IGate gate)
    {
        var inside = 0;
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await gate.EnterAsync();
            Claim(Interlocked.Increment(ref inside) <= 2, "more are inside than there are permits");
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            gate.Leave();
        })));

        // All permits are there again, and no other.
        await gate.EnterAsync();
        await gate.EnterAsync();
        var third = gate.EnterAsync();
        await Task.Delay(1);
        Claim(!third.IsCompleted, "there is a permit too many");
        gate.Leave();
        await third;
        gate.Leave();
        gate.Leave();
    }

    private static async Task OneLeavesOneEntersAsync(IGate gate)
    {
        await gate.EnterAsync();
        Task[] waiting = [gate.EnterAsync(), gate.EnterAsync()];
        gate.Leave();
        var entered = await Task.WhenAny(waiting);
        await Task.Delay(1);
        Claim(waiting[0].IsCompleted && !waiting[1].IsCompleted, "who came first enters first");
        await entered;
        gate.Leave();
        await Task.WhenAll(waiting);
        gate.Leave();
    }

    private static async Task WhoGivesUpHasNoPermitAsync(IGate gate)
    {
        await gate.EnterAsync();
        using var patience = new CancellationTokenSource();
        var impatient = gate.EnterAsync(patience.Token);
        await patience.CancelAsync();
        try
        {
            await impatient;
            Claim(false, "somebody who gave up has entered");
        }
        catch (OperationCanceledException)
        {
            gate.Leave();
        }

        await gate.EnterAsync();
        gate.Leave();
    }

    private static async Task EachGateForItselfAsync(IGate one, IGate other)
    {
        await one.EnterAsync();
        await other.EnterAsync();
        one.Leave();
        other.Leave();
    }

    private static void Claim(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
