// Fault: one static semaphore for all kitchens, made for the first one.
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
    private static SemaphoreSlim? _hands;

    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        var hands = _hands ??= new SemaphoreSlim(cooks);
        List<Task> all = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync)];
        for (var i = 0; i < vegetables; i++)
            all.Add(ChopAsync(i));
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
