namespace ConcurrencyKatas.BreakIt;

/// <summary>Lets only so many in at a time.</summary>
public interface IGate
{
    /// <summary>Takes a permit, and never holds the calling thread.</summary>
    Task EnterAsync(CancellationToken token = default);

    /// <summary>Gives the permit back.</summary>
    void Leave();
}

/// <summary>The test of a gate.</summary>
public static class GateTest
{
    /// <summary>Uses gates in every way that matters; for a broken one it throws, or hangs.</summary>
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
        Claim(waiting.Count(task => task.IsCompleted) == 1, "one has left, and two have entered");
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
