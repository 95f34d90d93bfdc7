// Fault: an async method without Task.Run: until its first await it runs on its caller's thread, and there is none.
// Verdict: WrongAnswer
// Fails: more-cooks, hands-free
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
                .. Enumerable.Range(0, cooks).Select(_ => ChopWhatIsLeftAsync()),
            ]);

        async Task ChopWhatIsLeftAsync()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
            {
                kitchen.Chop(vegetable);
                await Task.Yield();
            }
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
