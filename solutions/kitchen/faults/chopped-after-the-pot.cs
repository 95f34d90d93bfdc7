// Fault: pot and oven overlap, and the cooks begin when both are done.
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
        await Task.WhenAll(PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync));
        await Task.WhenAll(
            [
                .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
