// Alternative: a task for each vegetable, and a semaphore with a permit for each cook.
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
        using var hands = new SemaphoreSlim(cooks);
        List<Task> all = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync)];
        for (var vegetable = 0; vegetable < vegetables; vegetable++)
            all.Add(ChopAsync(vegetable));
        await Task.WhenAll(all);

        async Task ChopAsync(int vegetable)
        {
            await hands.WaitAsync();
            try
            {
                await Task.Run(() => kitchen.Chop(vegetable));
            }
            finally
            {
                hands.Release();
            }
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
