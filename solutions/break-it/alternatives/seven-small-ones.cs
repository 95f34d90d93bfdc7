// Alternative: seven small scenarios, one for each bug, one after another.
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
        Func<Func<int, IGate>, Task>[] scenarios =
        [
            OneTooManyAsync, LostPermitAsync, LostWakeUpAsync, WakesEverybodyAsync, CancelledAsync, SharedAsync, BlocksAsync,
        ];
        foreach (var scenario in scenarios)
            await scenario(create);
    }

    private static async Task OneTooManyAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        var second = Task.Run(() => gate.EnterAsync());
        Claim(await Task.WhenAny(second, Task.Delay(1_000)) != second, "two are in a gate of one");
        gate.Leave();
        await second;
    }

    private static async Task LostPermitAsync(Func<int, IGate> create)
    {
        var gate = create(2);
        await gate.EnterAsync();
        await gate.EnterAsync();
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(gate.Leave)).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        await gate.EnterAsync();
        await gate.EnterAsync();
    }

    private static async Task LostWakeUpAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        var next = Task.Run(() => gate.EnterAsync());
        gate.Leave();
        await next;
    }

    private static async Task WakesEverybodyAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        var inside = 0;
        var waiting = Enumerable.Range(0, 2).Select(async _ =>
        {
            await gate.EnterAsync();
            Claim(Interlocked.Increment(ref inside) == 1, "two are in a gate of one");
            await Task.Delay(5);
            Interlocked.Decrement(ref inside);
            gate.Leave();
        }).ToArray();
        gate.Leave();
        await Task.WhenAll(waiting);
    }

    private static async Task CancelledAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        using var source = new CancellationTokenSource(10);
        var cancelled = false;
        try
        {
            await gate.EnterAsync(source.Token);
        }
        catch (OperationCanceledException)
        {
            cancelled = true;
        }

        Claim(cancelled, "whoever gave up has entered");
        gate.Leave();
        await gate.EnterAsync();
    }

    private static Task SharedAsync(Func<int, IGate> create)
    {
        var first = create(1).EnterAsync();
        return Task.WhenAll(first, create(1).EnterAsync());
    }

    private static async Task BlocksAsync(Func<int, IGate> create)
    {
        var gate = create(1);
        await gate.EnterAsync();
        var second = gate.EnterAsync();
        gate.Leave();
        await second;
    }

    private static void Claim(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
