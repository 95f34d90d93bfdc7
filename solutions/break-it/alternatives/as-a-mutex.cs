// Alternative: gates of one as a lock around a plain counter, and whatever else is asked one after another.
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
        var counter = 0;
        async Task AddAsync()
        {
            await gate.EnterAsync();
            var seen = counter;
            await Task.Yield();
            counter = seen + 1;
            gate.Leave();
        }

        await Task.WhenAll(Task.Run(AddAsync), Task.Run(AddAsync), Task.Run(AddAsync));
        Claim(counter == 3, "two were inside at once");

        var wide = create(3);
        await gate.EnterAsync();
        await Task.WhenAll(wide.EnterAsync(), wide.EnterAsync(), wide.EnterAsync());
        var late = wide.EnterAsync();
        await Task.Delay(1);
        Claim(!late.IsCompleted, "four are in a gate of three");
        await Task.WhenAll(Task.Run(wide.Leave), Task.Run(wide.Leave));
        await late;
        await Task.WhenAll(Task.Run(wide.Leave), Task.Run(wide.Leave));
        await wide.EnterAsync();
        await wide.EnterAsync();
        await wide.EnterAsync();

        using var source = new CancellationTokenSource();
        var impatient = gate.EnterAsync(source.Token);
        var patient = gate.EnterAsync();
        source.CancelAfter(1);
        await Should(() => impatient);
        gate.Leave();
        await patient;
        gate.Leave();
        await gate.EnterAsync(CancellationToken.None);
    }

    private static async Task Should(Func<Task> cancelled)
    {
        try
        {
            await cancelled();
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new InvalidOperationException("whoever gave up has entered");
    }

    private static void Claim(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
