// Alternative: one long scenario with one gate after another in it, on two threads at the places where two must meet.
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
        IGate gate = create(2), neighbour = create(1);
        await neighbour.EnterAsync();
        await gate.EnterAsync();
        await gate.EnterAsync();
        using var source = new CancellationTokenSource();
        Task third = gate.EnterAsync(), fourth = gate.EnterAsync(), impatient = gate.EnterAsync(source.Token);
        await Task.Delay(1);
        if (third.IsCompleted || fourth.IsCompleted || impatient.IsCompleted)
            throw new InvalidOperationException("full, and somebody has entered");
        source.Cancel();
        await impatient.ContinueWith(_ => { }, TaskScheduler.Default);
        if (!impatient.IsCanceled)
            throw new InvalidOperationException("gave up, and was not told");
        gate.Leave();
        await Task.WhenAny(third, fourth);
        await Task.Delay(1);
        if (third.IsCompleted && fourth.IsCompleted)
            throw new InvalidOperationException("one has left, two have entered");
        gate.Leave();
        await third;
        await fourth;

        // Both leave at once, and both permits are there.
        await Task.WhenAll(Task.Run(gate.Leave), Task.Run(gate.Leave));
        await gate.EnterAsync();
        await gate.EnterAsync();

        // One leaves while another one comes.
        await Task.WhenAll(Task.Run(gate.Leave), Task.Run(() => gate.EnterAsync()));
        var last = gate.EnterAsync();
        await Task.Delay(1);
        if (last.IsCompleted)
            throw new InvalidOperationException("too many permits");
        gate.Leave();
        await last;
        neighbour.Leave();
    }
}
