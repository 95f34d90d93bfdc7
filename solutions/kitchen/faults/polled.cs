// Fault: looks every tenth of a second whether all is done.
// Verdict: WrongAnswer
// Fails: waits-overlap, one-cook, more-cooks
namespace ConcurrencyKatas.Kitchen;

public interface IKitchen
{
    Task BoilAsync();

    Task RoastAsync();

    void Chop(int vegetable);
}

public static class Lunch
{
    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var next = -1;
        Task[] all =
        [
            PutOnAsync(kitchen.BoilAsync),
            PutOnAsync(kitchen.RoastAsync),
            .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
        ];
        while (!all.All(task => task.IsCompleted))
            await Task.Delay(95);
        await Task.WhenAll(all);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
