// Fault: an oven that throws at once jumps over WhenAll, and the pot is left on.
// Verdict: WrongAnswer
// Fails: every-way-out
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
                kitchen.BoilAsync(),
                kitchen.RoastAsync(),
                .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
