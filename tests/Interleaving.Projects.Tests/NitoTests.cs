using Interleaving.NUnit;
using Nito.AsyncEx;

namespace Interleaving.Projects.Tests;

/// <summary>Nito.AsyncEx: locks and lazies made of tasks.</summary>
public sealed class NitoTests
{
    private readonly AsyncLock gate = new();
    private int total;

    [Test, Interleaved]
    public async Task An_asynchronous_lock_orders_what_it_guards()
    {
        async Task Add()
        {
            using (await gate.LockAsync())
            {
                var before = total;
                await Task.Yield();
                total = before + 1;
            }
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        total.ShouldBe(2);
    }

    [Test, Interleaved]
    public void The_same_lock_is_waited_for_without_a_hang()
    {
        void Add()
        {
            using (gate.Lock())
                total++;
        }

        Task.WaitAll(Task.Run(Add), Task.Run(Add));
        total.ShouldBe(2);
    }

    [Test]
    public void A_read_outside_of_the_lock_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var gate = new AsyncLock();
            var total = 0;
            async Task Add()
            {
                var before = total;
                using (await gate.LockAsync())
                    total = before + 1;
            }

            await Task.WhenAll(Task.Run(Add), Task.Run(Add));
            total.ShouldBe(2);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task A_lazy_task_is_started_once()
    {
        var made = 0;
        var lazy = new AsyncLazy<int>(async () =>
        {
            await Task.Delay(100);
            return Interlocked.Increment(ref made);
        });
        var values = await Task.WhenAll(Task.Run(async () => await lazy), Task.Run(async () => await lazy));
        values.ShouldBe([1, 1]);
    }
}
