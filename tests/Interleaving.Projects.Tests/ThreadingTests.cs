using Interleaving.NUnit;
using Microsoft.VisualStudio.Threading;

namespace Interleaving.Projects.Tests;

/// <summary>Microsoft.VisualStudio.Threading: semaphores, events and queues made of tasks.</summary>
public sealed class ThreadingTests
{
    [Test, Interleaved]
    public async Task An_asynchronous_semaphore_orders_what_it_guards()
    {
        using var gate = new AsyncSemaphore(1);
        var total = 0;
        async Task Add()
        {
            using (await gate.EnterAsync())
            {
                var before = total;
                await Task.Yield();
                total = before + 1;
            }
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        total.ShouldBe(2);
    }

    [Test]
    public void A_semaphore_of_two_guards_nothing()
    {
        var exploration = Explorer.Explore(async () =>
        {
            using var gate = new AsyncSemaphore(2);
            var total = 0;
            async Task Add()
            {
                using (await gate.EnterAsync())
                    total++;
            }

            await Task.WhenAll(Task.Run(Add), Task.Run(Add));
            total.ShouldBe(2);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task A_queue_hands_over_in_order()
    {
        var queue = new AsyncQueue<int[]>();
        var consumer = Task.Run(async () => (await queue.DequeueAsync())[0]);
        var item = new int[1];
        item[0] = 7;
        queue.Enqueue(item);
        (await consumer).ShouldBe(7);
    }
}
