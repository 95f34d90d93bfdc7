// Fault: pot, oven and knife one after the other, the knife on a thread of the pool.
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
        await kitchen.BoilAsync();
        await kitchen.RoastAsync();
        for (var i = 0; i < vegetables; i++)
        {
            var vegetable = i;
            await Task.Run(() => kitchen.Chop(vegetable));
        }
    }
}
