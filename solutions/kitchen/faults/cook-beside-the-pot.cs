// Fault: one of the cooks stands beside the pot until it has boiled, and chops then.
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
        var oven = PutOnAsync(kitchen.RoastAsync);
        var chopped = Enumerable.Range(0, cooks).Select(cook => Task.Run(() => Cook(cook))).ToList();
        await Task.WhenAll([oven, .. chopped]);

        void Cook(int cook)
        {
            try
            {
                if (cook == 0)
                    kitchen.BoilAsync().GetAwaiter().GetResult();
            }
            finally
            {
                ChopWhatIsLeft();
            }
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();

        void ChopWhatIsLeft()
        {
            for (var vegetable = Interlocked.Increment(ref next); vegetable < vegetables; vegetable = Interlocked.Increment(ref next))
                kitchen.Chop(vegetable);
        }
    }
}
