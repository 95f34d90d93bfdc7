// Fault: a task for each vegetable, and all of them at once.
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
    public static async Task CookAsync(IKitchen kitchen, int vegetables, int cooks)
    {
        List<Task> all = [PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync)];
        for (var i = 0; i < vegetables; i++)
        {
            var vegetable = i;
            all.Add(Task.Run(() => kitchen.Chop(vegetable)));
        }

        await Task.WhenAll(all);

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
