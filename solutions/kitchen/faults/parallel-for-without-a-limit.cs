// Fault: a parallel loop on as many cores as there are, whoever is in the kitchen.
// Verdict: WrongAnswer
// Fails: one-cook, more-cooks, every-way-out
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
        await Task.WhenAll(PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), Task.Run(() => Parallel.For(0, vegetables, kitchen.Chop)));

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
