// Fault: a batch of as many as there are cooks, and the next when the whole batch is done.
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
        await Task.WhenAll(PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), ChopAsync());

        async Task ChopAsync()
        {
            foreach (var batch in Enumerable.Range(0, vegetables).Chunk(cooks))
                await Task.WhenAll(batch.Select(vegetable => Task.Run(() => kitchen.Chop(vegetable))));
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
