// Alternative: a set of cuts that is kept full; appliances and cuts are awaited in finally blocks, one inside of the other.
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
        var pot = kitchen.BoilAsync();
        try
        {
            var oven = kitchen.RoastAsync();
            try
            {
                await ChopAllAsync();
            }
            finally
            {
                await oven;
            }
        }
        finally
        {
            await pot;
        }

        async Task ChopAllAsync()
        {
            var all = new List<Task>();
            var running = new HashSet<Task>();
            for (var i = 0; i < vegetables; i++)
            {
                if (running.Count == cooks)
                    running.Remove(await Task.WhenAny(running));
                var vegetable = i;
                var cut = Task.Run(() => kitchen.Chop(vegetable));
                all.Add(cut);
                running.Add(cut);
            }

            await Task.WhenAll(all);
        }
    }
}
