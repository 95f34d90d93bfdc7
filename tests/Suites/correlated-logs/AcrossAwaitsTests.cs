using Interleaving.NUnit;

namespace ConcurrencyKatas.CorrelatedLogs.Suite;

[TestFixture]
public sealed class AcrossAwaitsTests
{
    private const string Criterion = "across-awaits";

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test, Interleaved, Category(Criterion)]
    public void On_one_loop_requests_alternate([Values(2, 3, 5)] int count) => Loop.Run(() => AlternateAsync(count, work => work()));

    [Test, Interleaved, Category(Criterion)]
    public Task On_the_pool_requests_alternate([Values(2, 3)] int count) => AlternateAsync(count, Task.Run);

    /// <summary>Requests that change threads, on purpose, at each await.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task They_change_threads_and_keep_their_ids()
    {
        var paper = new Paper();

        await Task.WhenAll(paper.Log.RunAsync("a", HopAsync), paper.Log.RunAsync("b", HopAsync));

        Claim.That(paper.Has("[a] 1", "[a] 2", "[a] 3", "[b] 1", "[b] 2", "[b] 3"), Wording.Mixed);

        async Task<bool> HopAsync()
        {
            paper.Log.Info("1");
            await Task.Yield();
            paper.Log.Info("2");
            await Task.Delay(Second).ConfigureAwait(false);
            paper.Log.Info("3");
            return true;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task One_after_another_each_has_its_own()
    {
        var paper = new Paper();
        int[] ids = [.. Enumerable.Range(Inputs.Draw().Next(100, 900), 4)];

        foreach (var id in ids)
            await paper.Log.RunAsync($"{id}", () => paper.VisitAsync(id % 2 * Second));

        Claim.That(paper.Lines.SequenceEqual(ids.SelectMany<int, string>(id => [$"[{id}] in", $"[{id}] out"])), Wording.Mixed);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Two_logs_at_once_know_nothing_of_each_other()
    {
        Paper ward = new(), kitchen = new();

        await ward.Log.RunAsync("7", async () =>
        {
            kitchen.Log.Info("soup");
            await kitchen.Log.RunAsync("menu", async () =>
            {
                ward.Log.Info("in");
                await Task.Delay(Second);
                kitchen.Log.Info("stew");
                return true;
            });
            ward.Log.Info("out");
            return true;
        });

        Claim.That(ward.Lines.SequenceEqual(["[7] in", "[7] out"]) && kitchen.Lines.SequenceEqual(["[-] soup", "[menu] stew"]), Wording.AnotherLog);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task The_result_is_that_of_the_work()
    {
        var number = Inputs.Draw().Next();
        var log = new Paper().Log;
        object meal = new();

        Claim.That(await log.RunAsync("a", () => Task.FromResult(number)) == number, Wording.Result);
        Claim.That(ReferenceEquals(await log.RunAsync("b", LateAsync), meal), Wording.Result);
        Claim.That(await log.RunAsync("c", () => Task.FromResult<object?>(null)) is null, Wording.Result);

        async Task<object> LateAsync()
        {
            await Task.Delay(Second);
            return meal;
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void The_work_begins_where_it_is_called() => Loop.Run(async () =>
    {
        var (loop, thread, began, there) = (SynchronizationContext.Current, Environment.CurrentManagedThreadId, false, false);

        var request = new Paper().Log.RunAsync("a", async () =>
        {
            (began, there) = (true, SynchronizationContext.Current == loop && Environment.CurrentManagedThreadId == thread);
            await Task.Delay(Second);
            return there && SynchronizationContext.Current == loop;
        });

        Claim.That(began && there, Wording.Elsewhere);
        Claim.That(await request, Wording.Elsewhere);
    });

    private static async Task AlternateAsync(int count, Func<Func<Task<bool>>, Task<bool>> start)
    {
        var draw = Inputs.Draw();
        var paper = new Paper();
        var durations = draw.Durations(count);
        string[] ids = [.. Enumerable.Range(draw.Next(100, 900), count).Select(id => $"{id}")];

        await Task.WhenAll(ids.Select((id, i) => start(() => paper.Log.RunAsync(id, () => paper.VisitAsync(durations[i])))));

        Claim.That(paper.Has([.. ids.SelectMany<string, string>(id => [$"[{id}] in", $"[{id}] out"])]), Wording.Mixed);
    }
}
