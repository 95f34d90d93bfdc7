// Fault: keeps the set of running cuts full, and forgets those that are in it at the end.
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
        await Task.WhenAll(PutOnAsync(kitchen.BoilAsync), PutOnAsync(kitchen.RoastAsync), ChopAsync());

        async Task ChopAsync()
        {
            var running = new List<Task>();
            for (var i = 0; i < vegetables; i++)
            {
                if (running.Count == cooks)
                    running.Remove(await Task.WhenAny(running));
                var vegetable = i;
                running.Add(Task.Run(() => kitchen.Chop(vegetable)));
            }
        }

        static async Task PutOnAsync(Func<Task> appliance) => await appliance();
    }
}
