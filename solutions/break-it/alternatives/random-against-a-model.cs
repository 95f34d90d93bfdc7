// Alternative: random operations on two gates, held against a model that only counts; then two threads at once.
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
        for (var seed = 1; seed <= 4; seed++)
            await WalkAsync(create, new Random(seed));
        await TogetherAsync(create(2));
    }

    private static async Task WalkAsync(Func<int, IGate> create, Random random)
    {
        IGate[] gates = [create(1), create(1)];
        int[] inside = [0, 0];
        List<(Task Task, CancellationTokenSource Source)>[] waiting = [[], []];
        for (var step = 0; step < 12; step++)
        {
            var at = random.Next(2);
            switch (random.Next(4))
            {
                case 0 when inside[at] > 0:
                    gates[at].Leave();
                    inside[at]--;
                    break;
                case 1 when waiting[at].Count > 0:
                    var (task, source) = waiting[at][random.Next(waiting[at].Count)];
                    source.Cancel();
                    waiting[at].RemoveAll(entry => entry.Task == task);
                    await Task.WhenAny(task);
                    Claim(task.IsCanceled, "whoever gives up has no permit");
                    break;
                default:
                    var patience = new CancellationTokenSource();
                    waiting[at].Add((gates[at].EnterAsync(patience.Token), patience));
                    break;
            }

            await Task.Delay(1);
            for (var gate = 0; gate < 2; gate++)
            {
                inside[gate] += waiting[gate].RemoveAll(entry => entry.Task.IsCompletedSuccessfully);
                Claim(inside[gate] <= 1, "too many are inside");
                Claim(waiting[gate].Count == 0 || inside[gate] == 1, "somebody waits, and a permit lies there");
            }
        }
    }

    private static async Task TogetherAsync(IGate gate)
    {
        var inside = 0;
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Task.Run(VisitAsync), Task.Run(VisitAsync), Task.Run(VisitAsync));
            await gate.EnterAsync();
            await gate.EnterAsync();
            gate.Leave();
            gate.Leave();
        }

        async Task VisitAsync()
        {
            await gate.EnterAsync();
            Claim(Interlocked.Increment(ref inside) <= 2, "too many are inside");
            Interlocked.Decrement(ref inside);
            gate.Leave();
        }
    }

    private static void Claim(bool holds, string otherwise)
    {
        if (!holds)
            throw new InvalidOperationException(otherwise);
    }
}
