// Fault: asks whether a vegetable is left, and takes the next one: somebody may have taken the last one in between.
// Verdict: WrongAnswer
// Fails: more-cooks
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
                .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft)),
            ]);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            while (Volatile.Read(ref next) < vegetables - 1)
                kitchen.Chop(Interlocked.Increment(ref next));
        }
    }
}
