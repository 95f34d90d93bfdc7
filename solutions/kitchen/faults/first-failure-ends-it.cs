// Fault: waits for the first task that ends badly, and leaves the kitchen.
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
        List<Task> all = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), .. Enumerable.Range(0, cooks).Select(_ => Task.Run(ChopWhatIsLeft))];
        while (all.Count > 0)
        {
            var done = await Task.WhenAny(all);
            all.Remove(done);
            await done;
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
