// Fault: whoever ordered helps: one more than there are cooks.
// Verdict: WrongAnswer
// Fails: one-cook, more-cooks
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
        await Task.WhenAll(
            [
                PutOnAsync(kitchen.BoilAsync),
                PutOnAsync(kitchen.RoastAsync),
                .. Enumerable.Range(0, cooks + 1).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
