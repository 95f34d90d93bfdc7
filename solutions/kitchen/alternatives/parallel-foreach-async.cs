// Alternative: Parallel.ForEachAsync has as many cooks as its limit says, and none of them is the caller.
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
        var pot = PutOnAsync(kitchen.BoilAsync);
        var oven = PutOnAsync(kitchen.RoastAsync);
        var chopped = Parallel.ForEachAsync(
            Enumerable.Range(0, vegetables),
            new ParallelOptions { MaxDegreeOfParallelism = cooks },
            (vegetable, _) =>
            {
                kitchen.Chop(vegetable);
                return ValueTask.CompletedTask;
            });
        await Task.WhenAll(pot, oven, chopped);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
